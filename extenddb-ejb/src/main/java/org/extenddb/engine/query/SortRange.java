package org.extenddb.engine.query;

import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.expression.SortCondition;
import org.extenddb.core.expression.eval.KeyOperator;
import org.extenddb.core.key.KeyEncoder;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.KeySchema;
import org.jspecify.annotations.Nullable;

/**
 * Turns the condition on a sort key into a range of encoded sort keys.
 *
 * @param leading what the first RANGE attributes equal
 * @param last whether the attribute after them is the sort key's last one
 */
record SortRange(List<AttributeValue> leading, boolean last) {
    static SortBounds of(KeySchema schema, SortCondition condition) {
        List<AttributeValue> equalTo = condition.equalTo();
        int attributes = schema.range().size();
        KeyOperator operator = condition.operator();
        if (operator != null) {
            return new SortRange(equalTo, equalTo.size() == attributes - 1).bounds(operator, condition.operands());
        }
        if (equalTo.isEmpty()) {
            return SortBounds.ALL;
        }
        if (equalTo.size() == attributes) {
            ByteString key = KeyEncoder.encodeAll(equalTo);
            return new SortBounds(key, true, key, true);
        }
        return startingWith(KeyEncoder.encodeLeading(equalTo));
    }

    private SortBounds bounds(KeyOperator operator, List<AttributeValue> operands) {
        AttributeValue first = operands.get(0);
        ByteString from = leading.isEmpty() ? null : KeyEncoder.encodeLeading(leading);
        ByteString to = from == null ? null : KeyEncoder.successor(from);
        return switch (operator) {
            case BEGINS_WITH -> startingWith(KeyEncoder.encodeBeginsWith(leading, first, last));
            case LESS -> new SortBounds(from, true, start(first), false);
            case LESS_OR_EQUAL -> new SortBounds(from, true, end(first), last);
            case GREATER -> new SortBounds(end(first), !last, to, false);
            case GREATER_OR_EQUAL -> new SortBounds(start(first), true, to, false);
            case BETWEEN -> new SortBounds(start(first), true, end(operands.get(1)), last);
            case EQUAL -> throw new IllegalArgumentException("equality belongs to the leading attributes");
        };
    }

    /** The least sort key with this value. */
    private ByteString start(AttributeValue value) {
        List<AttributeValue> values = new ArrayList<>(leading);
        values.add(value);
        return last ? KeyEncoder.encodeAll(values) : KeyEncoder.encodeLeading(values);
    }

    /** The greatest sort key with this value or, when more attributes follow, the least one after all of them. */
    private @Nullable ByteString end(AttributeValue value) {
        ByteString start = start(value);
        return last ? start : KeyEncoder.successor(start);
    }

    private static SortBounds startingWith(ByteString prefix) {
        return new SortBounds(prefix, true, KeyEncoder.successor(prefix), false);
    }
}
