package org.extenddb.core.api.transaction;

import org.jspecify.annotations.Nullable;

/**
 * An element of TransactItems; one of the four is what it should have.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItem.html">TransactWriteItem</a>
 */
public record TransactWriteItem(
        @Nullable ActionMembers conditionCheck,
        @Nullable ActionMembers put,
        @Nullable ActionMembers delete,
        @Nullable ActionMembers update) {
    /** As DynamoDB's texts show it. */
    @Override
    public String toString() {
        return "com.amazonaws.dynamodb.v20120810.TransactWriteItem@" + Integer.toHexString(hashCode());
    }
}
