package org.extenddb.core.expression.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.extenddb.core.api.item.LegacyCondition;
import org.extenddb.core.expression.KeyCondition;
import org.extenddb.core.expression.error.MessagesKeyCondition;
import org.extenddb.core.expression.eval.KeyClause;
import org.extenddb.core.expression.eval.KeyOperator;
import org.extenddb.core.model.AttributeValue;

/** KeyConditions. Operators are known to be among {@link LegacyOperator}: member constraints come first. */
public final class LegacyKeyConditions {
    private LegacyKeyConditions() {}

    /**
     * The conditions on key attributes.
     *
     * @throws org.extenddb.core.expression.error.InvalidExpressionException in DynamoDB's words
     */
    public static KeyCondition of(Map<String, LegacyCondition> conditions) {
        List<KeyClause> clauses = new ArrayList<>(conditions.size());
        conditions.forEach((name, condition) -> {
            LegacyOperator operator = LegacyOperator.valueOf(String.valueOf(condition.comparisonOperator()));
            List<AttributeValue> operands = LegacyConditions.operands(condition.attributeValueList());
            operator.check(operands);
            clauses.add(new KeyClause(name, operator(operator), operands));
        });
        if (clauses.isEmpty()) {
            throw LegacyConditions.invalid(MessagesKeyCondition.TOO_MANY);
        }
        return new KeyCondition(clauses);
    }

    private static KeyOperator operator(LegacyOperator operator) {
        return switch (operator) {
            case EQ -> KeyOperator.EQUAL;
            case LT -> KeyOperator.LESS;
            case LE -> KeyOperator.LESS_OR_EQUAL;
            case GT -> KeyOperator.GREATER;
            case GE -> KeyOperator.GREATER_OR_EQUAL;
            case BETWEEN -> KeyOperator.BETWEEN;
            case BEGINS_WITH -> KeyOperator.BEGINS_WITH;
            default -> throw LegacyConditions.invalid(MessagesKeyCondition.NOT_INDEXABLE);
        };
    }
}
