package org.extenddb.core.expression.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.jspecify.annotations.Nullable;

/** Takes from an item what paths lead to, inside its parents. Lists come out dense, in index order. */
public final class Projector {
    private Projector() {}

    /** The attributes of {@code item} that {@code paths} lead to. */
    public static Item project(Map<String, ? extends PathTree<?>> paths, Item item) {
        Map<String, AttributeValue> found = new LinkedHashMap<>();
        paths.forEach((name, node) -> {
            AttributeValue value = item.get(name);
            AttributeValue part = value == null ? null : part(node, value);
            if (part != null) {
                found.put(name, part);
            }
        });
        return new Item(found);
    }

    private static @Nullable AttributeValue part(PathTree<?> node, AttributeValue value) {
        if (node.leaf() != null) {
            return value;
        }
        if (value instanceof AttributeValue.MapValue map && !node.members().isEmpty()) {
            return members(node, map);
        }
        return value instanceof AttributeValue.ListValue list
                        && !node.elements().isEmpty()
                ? elements(node, list)
                : null;
    }

    private static @Nullable AttributeValue members(PathTree<?> node, AttributeValue.MapValue map) {
        Map<String, AttributeValue> found = new LinkedHashMap<>();
        node.members().forEach((name, child) -> {
            AttributeValue value = map.values().get(name);
            AttributeValue part = value == null ? null : part(child, value);
            if (part != null) {
                found.put(name, part);
            }
        });
        return found.isEmpty() ? null : new AttributeValue.MapValue(found);
    }

    private static @Nullable AttributeValue elements(PathTree<?> node, AttributeValue.ListValue list) {
        List<AttributeValue> found = new ArrayList<>();
        node.elements().headMap(list.values().size()).forEach((index, child) -> {
            AttributeValue part = part(child, list.values().get(index));
            if (part != null) {
                found.add(part);
            }
        });
        return found.isEmpty() ? null : new AttributeValue.ListValue(found);
    }
}
