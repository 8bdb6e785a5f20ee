package org.extenddb.core.storage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TimeToLive;
import org.extenddb.core.wire.ItemJson;
import org.jspecify.annotations.Nullable;

/**
 * When items expire.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-before-you-start.html">Using TTL</a>
 */
public final class Expiry {
    /** The year 33658, in seconds: whoever puts milliseconds there means no time at which anything expires. */
    private static final BigDecimal LATEST = BigDecimal.valueOf(1_000_000_000_000L);

    /** DynamoDB leaves items alone that expired longer ago. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(5 * 365);

    private Expiry() {}

    /**
     * The time at which an item of the table expires, in epoch seconds; null for one that never does: the attribute is absent or no
     * Number, or time to live is not enabled.
     */
    public static @Nullable Long of(TableDefinition table, Item item) {
        TimeToLive timeToLive = table.settings().timeToLive();
        if (timeToLive == null || !timeToLive.enabled()) {
            return null;
        }
        AttributeValue value = item.get(timeToLive.attributeName());
        return value instanceof NumberValue number ? seconds(number.value().toBigDecimal()) : null;
    }

    /** Whether an item of the table, in canonical JSON, has expired, and not more than five years ago. */
    public static boolean isPast(TableDefinition table, byte[] json, Instant now) {
        TimeToLive timeToLive = table.settings().timeToLive();
        if (timeToLive == null || !timeToLive.enabled()) {
            return false;
        }
        Long time = of(table, ItemJson.readAttributes(json, Set.of(timeToLive.attributeName())));
        long seconds = now.getEpochSecond();
        return time != null && time < seconds && time > seconds - FORGOTTEN_AFTER.toSeconds();
    }

    private static @Nullable Long seconds(BigDecimal time) {
        return time.signum() <= 0 || time.compareTo(LATEST) > 0
                ? null
                : time.setScale(0, RoundingMode.FLOOR).longValue();
    }
}
