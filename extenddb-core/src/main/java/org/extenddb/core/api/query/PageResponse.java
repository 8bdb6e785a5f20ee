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
    /** Room for what else a page has. */
    private static final int AROUND_ITEMS = 512;

    /** Writes the response object. */
    static void encode(PageResponse response, JsonOutput out) {
        out.beginObject();
        if (response.items != null) {
            encode(response.items, out);
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

    private static void encode(List<byte[]> items, JsonOutput out) {
        int bytes = 0;
        for (byte[] item : items) {
            bytes += item.length + 1;
        }
        out.member("Items").beginArray().reserve(bytes + AROUND_ITEMS);
        for (byte[] item : items) {
            out.raw(item);
        }
        out.endArray();
    }
}
