package org.extenddb.core.api.item;

import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * PutItem as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html">PutItem</a>
 */
public record PutItemRequest(
        @Nullable String tableName,
        @Nullable Decoded<Map<String, AttributeValue>> item,
        ConditionMembers condition,
        ReturnMembers returns) {}
