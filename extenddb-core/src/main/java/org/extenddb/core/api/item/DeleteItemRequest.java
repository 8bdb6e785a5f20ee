package org.extenddb.core.api.item;

import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * DeleteItem as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html">DeleteItem</a>
 */
public record DeleteItemRequest(
        @Nullable String tableName,
        @Nullable Decoded<Map<String, AttributeValue>> key,
        ConditionMembers condition,
        ReturnMembers returns) {}
