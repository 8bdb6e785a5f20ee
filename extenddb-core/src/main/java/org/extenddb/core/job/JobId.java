package org.extenddb.core.job;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Ids of the form that DynamoDB gives exports, imports and backups: {@code 01489602797149-73d8d5bc}. They sort by time. */
public final class JobId {
    private static final Pattern FORM = Pattern.compile("[0-9]{14}-[0-9a-f]{8}");

    private JobId() {}

    /** An id that nobody has. */
    public static String next(Instant now) {
        return "%014d-%08x"
                .formatted(now.toEpochMilli(), ThreadLocalRandom.current().nextInt());
    }

    /** That of a system backup: nobody may have it of this millisecond. */
    public static String ofSystem(Instant now) {
        return "%014d-00000000".formatted(now.toEpochMilli());
    }

    /** Whether a job could have it. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
