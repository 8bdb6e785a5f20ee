package org.extenddb.core.api.item;

import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * GetItem as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html">GetItem</a>
 */
public record GetItemRequest(
        @Nullable String tableName,
        @Nullable Decoded<Map<String, AttributeValue>> key,
        @Nullable Boolean consistentRead,
        @Nullable String projectionExpression,
        @Nullable List<String> attributesToGet,
        @Nullable Map<String, String> expressionAttributeNames,
        @Nullable String returnConsumedCapacity) {}
