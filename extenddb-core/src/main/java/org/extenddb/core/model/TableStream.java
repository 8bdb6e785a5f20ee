package org.extenddb.core.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A table's latest stream, which goes on to be told of when it is disabled.
 *
 * @param id names the stream in storage; 0 as long as the catalogue has not taken it in
 * @param createdAt to the millisecond: what tells a table's streams from each other
 * @param enabled whether changes of items are recorded
 */
public record TableStream(int id, StreamViewType viewType, Instant createdAt, boolean enabled) {
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    /** One that is to be created: the catalogue gives it id and time. */
    public static TableStream wanted(StreamViewType viewType) {
        return new TableStream(0, viewType, Instant.EPOCH, true);
    }

    /** The same stream when nothing is recorded any more. */
    public TableStream disabled() {
        return new TableStream(id, viewType, createdAt, false);
    }

    public String label() {
        return label(createdAt);
    }

    public String arn(TableAddress table) {
        return arn(table, createdAt);
    }

    /** LatestStreamLabel: the time of creation. */
    public static String label(Instant createdAt) {
        return LABEL.format(createdAt);
    }

    /** What a label says; null unless it is as streams have them: the same time in other words would be another name to policies. */
    public static @Nullable Instant createdAt(String label) {
        try {
            Instant createdAt = LocalDateTime.parse(label).toInstant(ZoneOffset.UTC);
            return label(createdAt).equals(label) ? createdAt : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** LatestStreamArn. */
    public static String arn(TableAddress table, Instant createdAt) {
        return table.arn() + "/stream/" + label(createdAt);
    }
}
