package org.extenddb.engine.table;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.model.ProvisionedThroughput;
import org.jspecify.annotations.Nullable;

/**
 * When a table's throughput was changed, and how often it may still be lowered: four times a UTC day, then once an hour.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Quotas, "Provisioned
 *     throughput decrease"</a>
 */
record ThroughputHistory(
        @Nullable Instant lastIncrease, @Nullable Instant lastDecrease, int decreasesToday) {
    private static final int FREE_DECREASES = 4;
    private static final Duration BETWEEN_FURTHER = Duration.ofHours(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEEE, MMMM d, yyyy h:mm:ss a 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /**
     * The history after a change.
     *
     * @throws DynamoDbException LimitExceededException when the throughput may not be lowered again yet
     */
    ThroughputHistory changed(ProvisionedThroughput from, ProvisionedThroughput to, Instant now) {
        boolean increased = to.readCapacityUnits() > from.readCapacityUnits()
                || to.writeCapacityUnits() > from.writeCapacityUnits();
        boolean decreased = to.readCapacityUnits() < from.readCapacityUnits()
                || to.writeCapacityUnits() < from.writeCapacityUnits();
        int today = sameDay(now) ? decreasesToday : 0;
        if (decreased) {
            checkDecrease(today, now);
        }
        return new ThroughputHistory(
                increased ? now : lastIncrease, decreased ? now : lastDecrease, decreased ? today + 1 : today);
    }

    private void checkDecrease(int today, Instant now) {
        if (lastDecrease == null || today < FREE_DECREASES) {
            return;
        }
        Instant next = lastDecrease.plus(BETWEEN_FURTHER);
        if (now.isBefore(next)) {
            throw DynamoDbException.of(
                    ErrorCode.LIMIT_EXCEEDED,
                    MessagesTable.tooManyDecreases(today, TIME.format(lastDecrease), TIME.format(next)));
        }
    }

    private boolean sameDay(Instant now) {
        return lastDecrease != null
                && LocalDate.ofInstant(lastDecrease, ZoneOffset.UTC).equals(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }
}
