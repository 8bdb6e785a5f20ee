package org.extenddb.engine.table;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.extenddb.core.api.table.ThroughputMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesThroughput;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.ThroughputHistory;
import org.extenddb.core.model.WarmThroughput;
import org.jspecify.annotations.Nullable;

/**
 * Provisioned capacity as requests ask for it. It may be lowered four times a UTC day, then once an hour.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Quotas, "Provisioned
 *     throughput decrease"</a>
 */
final class ProvisionedUnits {
    private static final long MAX_UNITS = 1_000_000_000_000L;
    private static final int FREE_DECREASES = 4;
    private static final Duration BETWEEN_FURTHER = Duration.ofHours(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEEE, MMMM d, yyyy h:mm:ss a 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private ProvisionedUnits() {}

    /** Takes members that satisfy their constraints. */
    static ProvisionedThroughput of(ThroughputMembers sent) {
        return new ProvisionedThroughput(
                bounded(Objects.requireNonNull(sent.readCapacityUnits()), "ReadCapacityUnits"),
                bounded(Objects.requireNonNull(sent.writeCapacityUnits()), "WriteCapacityUnits"));
    }

    /**
     * What becomes of the throughput of a table, or of an index where one is named. What is warm already stays warm.
     *
     * @throws DynamoDbException ValidationException when nothing would change, LimitExceededException when the throughput may
     *     not be lowered again yet
     */
    static Throughput changed(Throughput had, ProvisionedThroughput wanted, @Nullable String index, Instant now) {
        ProvisionedThroughput from = had.provisioned();
        if (wanted.equals(from)) {
            throw DynamoDbException.validation(
                    MessagesThroughput.unchanged(index, from.readCapacityUnits(), from.writeCapacityUnits()));
        }
        return new Throughput(
                wanted,
                history(had.history(), from, wanted, now),
                had.onDemand(),
                had.warm().atLeast(WarmThroughput.of(wanted)));
    }

    private static ThroughputHistory history(
            ThroughputHistory history, ProvisionedThroughput from, ProvisionedThroughput to, Instant now) {
        boolean increased = to.readCapacityUnits() > from.readCapacityUnits()
                || to.writeCapacityUnits() > from.writeCapacityUnits();
        boolean decreased = to.readCapacityUnits() < from.readCapacityUnits()
                || to.writeCapacityUnits() < from.writeCapacityUnits();
        int today = history.decreasesOn(now);
        if (decreased) {
            checkDecrease(history.lastDecrease(), today, now);
        }
        return new ThroughputHistory(
                increased ? now : history.lastIncrease(),
                decreased ? now : history.lastDecrease(),
                decreased ? today + 1 : history.decreases());
    }

    private static void checkDecrease(@Nullable Instant lastDecrease, int today, Instant now) {
        if (lastDecrease == null || today < FREE_DECREASES) {
            return;
        }
        Instant next = lastDecrease.plus(BETWEEN_FURTHER);
        if (now.isBefore(next)) {
            throw DynamoDbException.of(
                    ErrorCode.LIMIT_EXCEEDED,
                    MessagesThroughput.tooManyDecreases(today, TIME.format(lastDecrease), TIME.format(next)));
        }
    }

    private static long bounded(long units, String member) {
        if (units > MAX_UNITS) {
            throw DynamoDbException.validation(MessagesThroughput.outOfBounds(units, member));
        }
        return units;
    }
}
