package org.extenddb.core.expression;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.expression.eval.AttributePath;
import org.extenddb.core.expression.eval.PathTree;
import org.extenddb.core.expression.eval.Projector;
import org.extenddb.core.model.Item;

/** What a projection keeps of items. Immutable. */
public final class ProjectionPaths {
    private final Map<String, PathTree<AttributePath>> paths;

    private ProjectionPaths(Map<String, PathTree<AttributePath>> paths) {
        this.paths = paths;
    }

    /** Wraps bound paths, by the attribute they begin with. */
    static ProjectionPaths of(Map<String, PathTree<AttributePath>> paths) {
        return new ProjectionPaths(paths);
    }

    /** The part of {@code item} that the paths lead to; empty when they lead nowhere. */
    public Item apply(Item item) {
        return Projector.project(paths, item);
    }

    /** The top-level attributes the paths begin with: all that needs to be decoded of an item. */
    public Set<String> attributeNames() {
        return Collections.unmodifiableSet(paths.keySet());
    }

    /** Those of them that a path goes into, which key attributes do not allow. */
    public Set<String> nestedAttributeNames() {
        Set<String> nested = Set.of();
        for (Map.Entry<String, PathTree<AttributePath>> root : paths.entrySet()) {
            if (root.getValue().leaf() == null) {
                nested = nested.isEmpty() ? new LinkedHashSet<>() : nested;
                nested.add(root.getKey());
            }
        }
        return nested;
    }
}
