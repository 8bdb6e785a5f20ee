package org.extenddb.core.model;

import java.util.Collection;
import org.extenddb.core.model.AttributeValue.ListValue;
import org.extenddb.core.model.AttributeValue.MapValue;

/**
 * How deep a value nests: an attribute itself is level 1, what its list or map holds level 2. DynamoDB takes 32 levels.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Nested attribute depth</a>
 */
public final class NestingDepth {
    public static final int MAX = 32;

    private NestingDepth() {}

    public static int of(AttributeValue value) {
        if (value instanceof ListValue list) {
            return 1 + deepest(list.values());
        }
        if (value instanceof MapValue map) {
            return 1 + deepest(map.values().values());
        }
        return 1;
    }

    public static boolean exceedsLimit(AttributeValue value) {
        return of(value) > MAX;
    }

    public static boolean exceedsLimit(Item item) {
        return deepest(item.attributes().values()) > MAX;
    }

    private static int deepest(Collection<AttributeValue> values) {
        int deepest = 0;
        for (AttributeValue value : values) {
            deepest = Math.max(deepest, of(value));
        }
        return deepest;
    }
}
