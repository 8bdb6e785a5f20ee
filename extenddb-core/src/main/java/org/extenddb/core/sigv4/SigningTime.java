package org.extenddb.core.sigv4;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.extenddb.core.error.MessagesSignature;
import org.jspecify.annotations.Nullable;

/**
 * When a request was signed, and whether that is now: 15 minutes either way.
 *
 * @param text in ISO 8601's basic format, as it stands in the string to sign
 */
record SigningTime(Instant instant, String text) {
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration WINDOW = Duration.ofMinutes(15);

    /** Reads X-Amz-Date, or a Date header, which may have HTTP's own format. */
    static SigningTime parse(String sent) {
        Instant basic = basic(sent);
        if (basic != null) {
            return new SigningTime(basic, sent);
        }
        try {
            Instant http = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(sent));
            return new SigningTime(http, BASIC.format(http));
        } catch (DateTimeException e) {
            throw SignatureErrors.incomplete(MessagesSignature.badDate(sent));
        }
    }

    /** The day as {@code yyyyMMdd}. */
    String day() {
        return text.substring(0, 8);
    }

    /** Refuses what was signed more than 15 minutes from {@code now}, or is older than {@code expires} seconds. */
    void requireCurrent(Instant now, @Nullable String expires) {
        Duration life = life(expires);
        Instant earliest = now.minus(life);
        if (instant.isBefore(earliest)) {
            throw SignatureErrors.invalid(
                    MessagesSignature.expired(text, BASIC.format(earliest), BASIC.format(now), minutes(life)));
        }
        Instant latest = now.plus(WINDOW);
        if (instant.isAfter(latest)) {
            throw SignatureErrors.invalid(
                    MessagesSignature.notYetCurrent(text, BASIC.format(latest), BASIC.format(now), minutes(WINDOW)));
        }
    }

    /** X-Amz-Expires can shorten the window and never widens it. */
    private static Duration life(@Nullable String expires) {
        if (expires == null || expires.isEmpty() || expires.length() > 6) {
            return WINDOW;
        }
        int seconds = 0;
        for (int i = 0; i < expires.length(); i++) {
            int digit = expires.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return WINDOW;
            }
            seconds = seconds * 10 + digit;
        }
        return seconds < WINDOW.toSeconds() ? Duration.ofSeconds(seconds) : WINDOW;
    }

    private static String minutes(Duration duration) {
        return duration.toSeconds() % 60 == 0 ? duration.toMinutes() + " min." : duration.toSeconds() + " sec.";
    }

    private static @Nullable Instant basic(String text) {
        if (text.length() != 16 || text.charAt(8) != 'T' || text.charAt(15) != 'Z') {
            return null;
        }
        for (int i = 0; i < 15; i++) {
            if (i != 8 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return null;
            }
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 4, 6),
                            number(text, 6, 8),
                            number(text, 9, 11),
                            number(text, 11, 13),
                            number(text, 13, 15))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
