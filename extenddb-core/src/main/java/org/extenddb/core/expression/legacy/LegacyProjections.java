package org.extenddb.core.expression.legacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.expression.ProjectionPaths;
import org.extenddb.core.expression.eval.AttributePath;
import org.extenddb.core.expression.eval.PathTree;

/** AttributesToGet: names of top-level attributes, whatever characters they hold. */
public final class LegacyProjections {
    private LegacyProjections() {}

    /**
     * What the names keep of items.
     *
     * @throws org.extenddb.core.expression.error.InvalidExpressionException when a name comes twice
     */
    public static ProjectionPaths of(List<String> attributesToGet) {
        Map<String, PathTree<AttributePath>> paths = new LinkedHashMap<>();
        for (String name : attributesToGet) {
            AttributePath path = new AttributePath(name, List.of());
            if (paths.put(name, new PathTree<>(path, path)) != null) {
                throw LegacyConditions.invalid(MessagesItem.duplicateAttributeToGet(name));
            }
        }
        return ProjectionPaths.of(paths);
    }
}
