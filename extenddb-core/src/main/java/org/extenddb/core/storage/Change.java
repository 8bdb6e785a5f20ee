package org.extenddb.core.storage;

import org.extenddb.core.error.DynamoDbException;

/** What a mutation makes of the current item. */
public sealed interface Change {
    /** The item becomes this. */
    record Write(NewItem item) implements Change {}

    /** The item goes; removing an absent item is no change. */
    record Remove() implements Change {}

    /** The item stays as it is (or absent): a condition check that holds, an update that changes nothing. */
    record Keep() implements Change {}

    /** Nothing is written, and the request fails with this error: a condition that does not hold, an invalid result. */
    record Refuse(DynamoDbException error) implements Change {}
}
