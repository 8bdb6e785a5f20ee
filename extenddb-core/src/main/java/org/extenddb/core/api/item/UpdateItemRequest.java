package org.extenddb.core.api.item;

import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * UpdateItem as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html">UpdateItem</a>
 */
public record UpdateItemRequest(
        @Nullable String tableName,
        @Nullable Decoded<Map<String, AttributeValue>> key,
        @Nullable String updateExpression,
        @Nullable Map<String, AttributeUpdate> attributeUpdates,
        ConditionMembers condition,
        ReturnMembers returns) {}
