package org.extenddb.core.expression.legacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.extenddb.core.api.item.ExpectedAttribute;
import org.extenddb.core.api.item.LegacyCondition;
import org.extenddb.core.expression.Condition;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.expression.error.MessagesLegacy;
import org.extenddb.core.expression.eval.BoundCondition;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/** Expected, QueryFilter and ScanFilter. Operators are known to be among {@link LegacyOperator}: member constraints come first. */
public final class LegacyConditions {
    private LegacyConditions() {}

    /**
     * The condition that Expected states.
     *
     * @param conditionalOperator AND, OR, or null for AND
     * @return null when there is nothing to check
     * @throws InvalidExpressionException in DynamoDB's words
     */
    public static @Nullable Condition expected(
            @Nullable Map<String, ExpectedAttribute> expected, @Nullable String conditionalOperator) {
        Map<String, ExpectedAttribute> all = expected == null ? Map.of() : expected;
        List<BoundCondition> conditions = new ArrayList<>(all.size());
        all.forEach((name, attribute) -> conditions.add(expected(name, attribute)));
        return combine(all, conditions, conditionalOperator);
    }

    /**
     * The condition that QueryFilter or ScanFilter states.
     *
     * @param conditionalOperator AND, OR, or null for AND
     * @return null when every item passes
     * @throws InvalidExpressionException in DynamoDB's words
     */
    public static @Nullable Condition filter(
            @Nullable Map<String, LegacyCondition> filter, @Nullable String conditionalOperator) {
        Map<String, LegacyCondition> all = filter == null ? Map.of() : filter;
        List<BoundCondition> conditions = new ArrayList<>(all.size());
        all.forEach((name, condition) -> {
            LegacyOperator operator = LegacyOperator.valueOf(String.valueOf(condition.comparisonOperator()));
            List<AttributeValue> operands = operands(condition.attributeValueList());
            operator.check(operands);
            conditions.add(operator.condition(name, operands));
        });
        return combine(all, conditions, conditionalOperator);
    }

    /** The values of a list, or none when there is no list; an invalid one is refused. */
    static List<AttributeValue> operands(@Nullable Decoded<List<AttributeValue>> list) {
        return list == null ? List.of() : valid(list);
    }

    static <T> T valid(Decoded<T> decoded) {
        T value = decoded.value();
        if (value == null) {
            throw invalid(String.valueOf(decoded.problem()));
        }
        return value;
    }

    static InvalidExpressionException invalid(String message) {
        return new InvalidExpressionException(message, null);
    }

    private static @Nullable Condition combine(
            Map<String, ?> named, List<BoundCondition> conditions, @Nullable String conditionalOperator) {
        if (conditionalOperator != null && conditions.size() < 2) {
            throw invalid(
                    conditions.isEmpty()
                            ? MessagesLegacy.OPERATOR_WITHOUT_CONDITIONS
                            : MessagesLegacy.OPERATOR_OF_ONE_CONDITION);
        }
        if (conditions.isEmpty()) {
            return null;
        }
        BoundCondition all = "OR".equals(conditionalOperator)
                ? new BoundCondition.Any(conditions)
                : new BoundCondition.All(conditions);
        return Condition.ofAttributes(all, new LinkedHashSet<>(named.keySet()));
    }

    private static BoundCondition expected(String name, ExpectedAttribute attribute) {
        if (attribute.value() != null && attribute.attributeValueList() != null) {
            throw invalid(MessagesLegacy.valueAndList(name));
        }
        String operatorName = attribute.comparisonOperator();
        return operatorName == null
                ? existence(name, attribute)
                : compared(name, attribute, LegacyOperator.valueOf(operatorName));
    }

    private static BoundCondition compared(String name, ExpectedAttribute attribute, LegacyOperator operator) {
        if (attribute.exists() != null) {
            throw invalid(MessagesLegacy.existsAndOperator(name));
        }
        boolean takesNone = operator == LegacyOperator.NULL || operator == LegacyOperator.NOT_NULL;
        if (!takesNone && attribute.value() == null && attribute.attributeValueList() == null) {
            throw invalid(MessagesLegacy.operatorWithoutValue(operator.name(), name));
        }
        List<AttributeValue> operands = attribute.value() != null
                ? List.of(valid(attribute.value()))
                : operands(attribute.attributeValueList());
        operator.check(operands);
        return operator.condition(name, operands);
    }

    private static BoundCondition existence(String name, ExpectedAttribute attribute) {
        if (attribute.attributeValueList() != null) {
            throw invalid(MessagesLegacy.listWithoutOperator(name));
        }
        boolean absent = Boolean.FALSE.equals(attribute.exists());
        if (attribute.value() == null && !absent) {
            throw invalid(MessagesLegacy.missingValue(String.valueOf(attribute.exists()), name));
        }
        if (attribute.value() != null && absent) {
            throw invalid(MessagesLegacy.surplusValue(name));
        }
        return attribute.value() == null
                ? LegacyOperator.NULL.condition(name, List.of())
                : LegacyOperator.EQ.condition(name, List.of(valid(attribute.value())));
    }
}
