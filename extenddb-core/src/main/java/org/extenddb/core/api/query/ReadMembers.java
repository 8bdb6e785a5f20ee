package org.extenddb.core.api.query;

import java.util.List;
import java.util.Map;
import org.extenddb.core.api.item.LegacyCondition;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * What Query and Scan share, as sent.
 *
 * @param legacyFilter QueryFilter or ScanFilter
 */
public record ReadMembers(
        @Nullable String tableName,
        @Nullable String indexName,
        @Nullable String select,
        @Nullable Integer limit,
        @Nullable Boolean consistentRead,
        @Nullable Decoded<Map<String, AttributeValue>> exclusiveStartKey,
        @Nullable String projectionExpression,
        @Nullable List<String> attributesToGet,
        @Nullable String filterExpression,
        @Nullable Map<String, LegacyCondition> legacyFilter,
        @Nullable String conditionalOperator,
        @Nullable Map<String, String> expressionAttributeNames,
        @Nullable Decoded<Map<String, AttributeValue>> expressionAttributeValues,
        @Nullable String returnConsumedCapacity) {}
