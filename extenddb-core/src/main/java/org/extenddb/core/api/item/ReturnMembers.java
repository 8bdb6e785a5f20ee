package org.extenddb.core.api.item;

import org.jspecify.annotations.Nullable;

/** What a single-item write is asked to report. */
public record ReturnMembers(
        @Nullable String returnValues,
        @Nullable String returnValuesOnConditionCheckFailure,
        @Nullable String returnConsumedCapacity,
        @Nullable String returnItemCollectionMetrics) {
    public static final ReturnMembers NONE = new ReturnMembers(null, null, null, null);
}
