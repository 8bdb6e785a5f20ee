package org.extenddb.core.iam.condition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Times as policies write them: W3C's profile of ISO 8601 from a year to a fraction of a second, or seconds since 1970.
 *
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">Date and time formats</a>
 */
final class DateText {
    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;
    private static final int MAX_LENGTH = 40;

    private DateText() {}

    /** Null when it is none. */
    static @Nullable Instant parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            if (text.length() > YEAR && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Instant.ofEpochSecond(Long.parseLong(text));
            }
            return switch (text.length()) {
                case YEAR -> startOf(YearMonth.of(Integer.parseInt(text), 1).atDay(1));
                case MONTH -> startOf(YearMonth.parse(text).atDay(1));
                case DAY -> startOf(LocalDate.parse(text));
                default ->
                    OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                            .toInstant();
            };
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
