package org.extenddb.core.api.query;

import java.util.List;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * The answer to Query or Scan.
 *
 * @param items wire JSON of each item; null when only the count was asked for
 * @param lastEvaluatedKey wire JSON; null when the range was read to its end
 */
@SuppressWarnings("ArrayRecordComponent")
public record PageResponse(
        @Nullable List<byte[]> items,
        int count,
        int scannedCount,
        byte @Nullable [] lastEvaluatedKey,
        @Nullable ConsumedCapacity consumedCapacity) {
    /** Writes the response object. */
    static void encode(PageResponse response, JsonOutput out) {
        out.beginObject();
        if (response.items != null) {
            out.member("Items").beginArray();
            response.items.forEach(out::raw);
            out.endArray();
        }
        out.member("Count").number(response.count);
        out.member("ScannedCount").number(response.scannedCount);
        if (response.lastEvaluatedKey != null) {
            out.member("LastEvaluatedKey").raw(response.lastEvaluatedKey);
        }
        if (response.consumedCapacity != null) {
            response.consumedCapacity.encode(out.member("ConsumedCapacity"));
        }
        out.endObject();
    }
}
