package org.extenddb.core.api.transaction;

import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * One action of a transaction as sent. Which members it may have depends on the action; those of others are ignored.
 *
 * @param item of a Put alone
 * @param key of all but a Put
 * @param updateExpression of an Update alone
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItem.html">TransactWriteItem</a>
 */
public record ActionMembers(
        @Nullable String tableName,
        @Nullable Decoded<Map<String, AttributeValue>> item,
        @Nullable Decoded<Map<String, AttributeValue>> key,
        @Nullable String updateExpression,
        @Nullable String conditionExpression,
        @Nullable Map<String, String> expressionAttributeNames,
        @Nullable Decoded<Map<String, AttributeValue>> expressionAttributeValues,
        @Nullable String returnValuesOnConditionCheckFailure) {}
