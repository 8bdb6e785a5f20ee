package org.extenddb.console.operate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.extenddb.admin.Job;
import org.extenddb.console.value.ShortArn;
import org.jspecify.annotations.Nullable;

/** A job as lists show it. */
public record JobRow(Job job) {
    /** Units a second on the whole, the waits for a server and for others included; null before the first was done. */
    public @Nullable Double perSecond() {
        if (job.done() == 0) {
            return null;
        }
        Instant last = job.updatedAt() == null ? Instant.now() : job.updatedAt();
        long millis = Duration.between(job.startedAt(), last).toMillis();
        return millis <= 0 ? null : job.done() * 1000.0 / millis;
    }

    public String subject() {
        return ShortArn.of(job.subject());
    }

    public Instant started() {
        return job.startedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    public String tone() {
        return switch (job.status()) {
            case "SUCCEEDED" -> "good";
            case "FAILED" -> "bad";
            default -> "busy";
        };
    }
}
