package org.extenddb.engine.query;

import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesQuery;
import org.extenddb.core.key.PartitionRange;
import org.jspecify.annotations.Nullable;

/** The part of a table that a Scan reads, its segments counted from 0. */
record ScanSegment(int segment, int totalSegments) {
    private static final ScanSegment WHOLE_TABLE = new ScanSegment(0, 1);

    /** @throws DynamoDbException ValidationException when one of the two is missing, or there is no such segment */
    static ScanSegment of(@Nullable Integer segment, @Nullable Integer totalSegments) {
        if (segment == null && totalSegments == null) {
            return WHOLE_TABLE;
        }
        if (totalSegments == null) {
            throw DynamoDbException.validation(MessagesQuery.TOTAL_SEGMENTS_MISSING);
        }
        if (segment == null) {
            throw DynamoDbException.validation(MessagesQuery.SEGMENT_MISSING);
        }
        if (segment >= totalSegments) {
            throw DynamoDbException.validation(MessagesQuery.segmentTooLarge(segment, totalSegments));
        }
        return new ScanSegment(segment, totalSegments);
    }

    PartitionRange partitions() {
        return totalSegments == 1 ? PartitionRange.ALL : PartitionRange.segment(segment, totalSegments);
    }
}
