package org.extenddb.core.job;

import java.time.Instant;
import org.extenddb.core.model.TableAddress;
import org.jspecify.annotations.Nullable;

/**
 * A job as it was at one moment.
 *
 * @param id as of {@link JobId}
 * @param kind which runner does it
 * @param table that it is about; need not exist, or no more
 * @param spec what is to be done, as JSON of the kind's own
 * @param checkpoint what the next server needs to go on, as JSON of the kind's own; null before the first
 * @param attempts how many times it was taken up since the last checkpoint
 * @param cancelRequested whether somebody wants it to end
 * @param failure of a job that is FAILED
 */
public record Job(
        String id,
        String kind,
        TableAddress table,
        String spec,
        JobState state,
        JobProgress progress,
        @Nullable String checkpoint,
        int attempts,
        boolean cancelRequested,
        @Nullable JobFailure failure,
        Times times) {
    /**
     * When it was what.
     *
     * @param startedAt null as long as it is QUEUED
     * @param endedAt null as long as it goes on
     */
    public record Times(
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}
}
