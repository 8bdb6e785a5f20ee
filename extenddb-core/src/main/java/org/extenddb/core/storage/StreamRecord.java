package org.extenddb.core.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one item. At least one of the images is there. What the stream's view type does not show may be there all the same.
 *
 * @param sequence rises with the changes of an item
 * @param oldImage the item before; always there for REMOVE
 * @param newImage the item afterwards; always there for INSERT
 * @param byService whether the item was removed because it had expired
 */
public record StreamRecord(
        long sequence,
        Instant writtenAt,
        Event event,
        @Nullable Image oldImage,
        @Nullable Image newImage,
        boolean byService) {
    /** What happened; named as on the wire. */
    public enum Event {
        INSERT,
        MODIFY,
        REMOVE
    }

    /**
     * An item as it was.
     *
     * @param json canonical DynamoDB JSON in UTF-8; never written to
     * @param size DynamoDB's item size in bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Image(byte[] json, int size) {}
}
