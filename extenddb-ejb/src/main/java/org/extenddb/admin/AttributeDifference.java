package org.extenddb.admin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is not the same in two versions of an item.
 *
 * @param before null where it was absent
 * @param after null where it is absent
 */
public record AttributeDifference(
        String attribute,
        @Nullable AttributeValue before,
        @Nullable AttributeValue after) {
    /** In the order of the attributes, those of the version before first. */
    static List<AttributeDifference> between(@Nullable Item before, @Nullable Item after) {
        Set<String> names = new LinkedHashSet<>();
        if (before != null) {
            names.addAll(before.attributes().keySet());
        }
        if (after != null) {
            names.addAll(after.attributes().keySet());
        }
        List<AttributeDifference> differences = new ArrayList<>();
        for (String name : names) {
            AttributeValue was = before == null ? null : before.get(name);
            AttributeValue is = after == null ? null : after.get(name);
            if (!Objects.equals(was, is)) {
                differences.add(new AttributeDifference(name, was, is));
            }
        }
        return differences;
    }
}
