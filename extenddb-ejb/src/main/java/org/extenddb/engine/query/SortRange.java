package org.extenddb.engine.query;

import java.util.List;
import org.extenddb.core.expression.SortCondition;
import org.extenddb.core.expression.eval.KeyOperator;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.key.SortKeyPrefix;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.KeySchema;

/** Turns the condition on a sort key into a range of encoded sort keys. */
final class SortRange {
    private SortRange() {}

    static SortBounds of(KeySchema schema, SortCondition condition) {
        SortKeyPrefix prefix =
                new SortKeyPrefix(condition.equalTo(), schema.range().size());
        KeyOperator operator = condition.operator();
        return operator == null ? prefix.all() : of(prefix, operator, condition.operands());
    }

    private static SortBounds of(SortKeyPrefix prefix, KeyOperator operator, List<AttributeValue> operands) {
        AttributeValue value = operands.get(0);
        return switch (operator) {
            case EQUAL -> prefix.equalTo(value);
            case LESS -> prefix.lessThan(value);
            case LESS_OR_EQUAL -> prefix.atMost(value);
            case GREATER -> prefix.greaterThan(value);
            case GREATER_OR_EQUAL -> prefix.atLeast(value);
            case BETWEEN -> prefix.between(value, operands.get(1));
            case BEGINS_WITH -> prefix.beginningWith(value);
        };
    }
}
