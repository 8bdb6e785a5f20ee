package org.extenddb.core.identity;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Ids as IAM makes them: four letters that tell the kind, and base 32.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
 */
public final class UniqueIds {
    public static final String ACCESS_KEY = "AKIA";
    public static final String SESSION_KEY = "ASIA";
    public static final String POLICY = "ANPA";

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int ENTITY_LENGTH = 17;
    private static final int KEY_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private UniqueIds() {}

    /** The id of an identity or a policy. */
    public static String of(String prefix) {
        return random(prefix, ENTITY_LENGTH);
    }

    /** An access key id. */
    public static String key(String prefix) {
        return random(prefix, KEY_LENGTH);
    }

    /** IAM shows times by the second. */
    public static Instant wholeSecond(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String random(String prefix, int length) {
        StringBuilder id = new StringBuilder(prefix.length() + length).append(prefix);
        for (int i = 0; i < length; i++) {
            id.append(BASE_32.charAt(RANDOM.nextInt(BASE_32.length())));
        }
        return id.toString();
    }
}
