package org.extenddb.core.api.item;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** Gathers {@link ReturnMembers} while a codec reads a request. */
final class ReturnMembersDecoder {
    private @Nullable String returnValues;
    private @Nullable String onConditionCheckFailure;
    private @Nullable String consumedCapacity;
    private @Nullable String itemCollectionMetrics;

    /** Reads the member if it is one of these; otherwise leaves it alone and answers false. */
    boolean member(String name, JsonInput in) {
        switch (name) {
            case "ReturnValues" -> returnValues = in.string();
            case "ReturnValuesOnConditionCheckFailure" -> onConditionCheckFailure = in.string();
            case "ReturnConsumedCapacity" -> consumedCapacity = in.string();
            case "ReturnItemCollectionMetrics" -> itemCollectionMetrics = in.string();
            default -> {
                return false;
            }
        }
        return true;
    }

    ReturnMembers members() {
        return new ReturnMembers(returnValues, onConditionCheckFailure, consumedCapacity, itemCollectionMetrics);
    }
}
