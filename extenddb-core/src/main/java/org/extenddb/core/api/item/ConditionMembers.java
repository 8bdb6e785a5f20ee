package org.extenddb.core.api.item;

import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * What the single-item writes share: a condition, as an expression or in its legacy form, and the names and values of expressions.
 * An absent map and an empty one are different things.
 */
public record ConditionMembers(
        @Nullable String conditionExpression,
        @Nullable Map<String, String> expressionAttributeNames,
        @Nullable Decoded<Map<String, AttributeValue>> expressionAttributeValues,
        @Nullable Map<String, ExpectedAttribute> expected,
        @Nullable String conditionalOperator) {
    public static final ConditionMembers NONE = new ConditionMembers(null, null, null, null, null);
}
