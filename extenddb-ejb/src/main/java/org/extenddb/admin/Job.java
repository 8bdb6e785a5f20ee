package org.extenddb.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that servers do in the background for somebody.
 *
 * @param id unique among all jobs, such as {@code index-12}
 * @param kind such as {@code INDEX_CREATE}
 * @param subject what it is about: an ARN, or a name
 * @param status RUNNING, SUCCEEDED, FAILED, CANCELLED
 * @param done units done so far, of the kind's own
 * @param message what is to be said of it; null when nothing is
 * @param cancellable whether it can be cancelled now
 */
public record Job(
        String id,
        String kind,
        String subject,
        String status,
        long done,
        @Nullable String message,
        Instant startedAt,
        @Nullable Instant updatedAt,
        boolean cancellable) {
    /** One that is known no longer, since it ended at once. */
    Job cancelled() {
        return new Job(id, kind, subject, "CANCELLED", done, message, startedAt, updatedAt, false);
    }
}
