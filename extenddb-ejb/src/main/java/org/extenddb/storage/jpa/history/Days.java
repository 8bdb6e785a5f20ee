package org.extenddb.storage.jpa.history;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.extenddb.storage.jpa.item.HistoryRecords;

/** The partitions of ddb_item_history, one for each day of a ring. */
final class Days {
    private static final long SECONDS = 86_400;

    private Days() {}

    /**
     * Those that may hold what was replaced from a time on, as a list for SQL: one that is known when a statement is planned keeps it from
     * looking into the others. A day more on either side, since clocks may have been set.
     */
    static String from(Instant time, Instant now) {
        long first = Math.floorDiv(time.getEpochSecond(), SECONDS) - 1;
        long last = Math.floorDiv(now.getEpochSecond(), SECONDS) + 1;
        return LongStream.rangeClosed(Math.max(first, last - HistoryRecords.RING + 1), last)
                .map(day -> Math.floorMod(day, HistoryRecords.RING))
                .mapToObj(Long::toString)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
