package org.extenddb.core.api.item;

import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * The answer to PutItem, UpdateItem or DeleteItem.
 *
 * @param attributes wire JSON of what ReturnValues asked for; null when there is nothing to return
 */
@SuppressWarnings("ArrayRecordComponent")
public record WriteItemResponse(
        byte @Nullable [] attributes,
        @Nullable ConsumedCapacity consumedCapacity,
        @Nullable ItemCollectionMetrics itemCollectionMetrics) {
    /** Writes the response object. */
    static void encode(WriteItemResponse response, JsonOutput out) {
        out.beginObject();
        if (response.attributes != null) {
            out.member("Attributes").raw(response.attributes);
        }
        if (response.consumedCapacity != null) {
            response.consumedCapacity.encode(out.member("ConsumedCapacity"));
        }
        if (response.itemCollectionMetrics != null) {
            response.itemCollectionMetrics.encode(out.member("ItemCollectionMetrics"));
        }
        out.endObject();
    }
}
