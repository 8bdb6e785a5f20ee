package org.extenddb.console.value;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as DynamoDB's JSON has them: seconds since 1970, with fractions. */
public final class EpochTime {
    private EpochTime() {}

    /** The time in a member; null where there is none. */
    public static @Nullable Instant in(JsonObject object, String member) {
        return object.get(member) instanceof JsonNumber number ? of(number.bigDecimalValue()) : null;
    }

    private static Instant of(BigDecimal seconds) {
        return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
    }

    /**
     * What a browser's field for a date and a time sends, taken for UTC.
     *
     * @return null when it is no time
     */
    public static @Nullable JsonNumber read(String text) {
        try {
            long millis =
                    LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC).toEpochMilli();
            return Json.createValue(BigDecimal.valueOf(millis, 3).stripTrailingZeros());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
