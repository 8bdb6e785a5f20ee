package org.extenddb.core.api.transaction;

import org.jspecify.annotations.Nullable;

/**
 * An element of TransactItems.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItem.html">TransactGetItem</a>
 */
public record TransactGetItem(@Nullable GetMembers get) {
    /** As DynamoDB's texts show it. */
    @Override
    public String toString() {
        return "com.amazonaws.dynamodb.v20120810.TransactGetItem@" + Integer.toHexString(hashCode());
    }
}
