package org.extenddb.engine.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.ThrottlingConfig;
import org.extenddb.core.capacity.CapacityUnits;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.Throughput;
import org.jspecify.annotations.Nullable;

/**
 * Holds tables and their global indexes to their provisioned throughput or to the bounds they have on demand, and partition keys to
 * what DynamoDB serves of one. Unused throughput of 300 seconds is kept. Each server hands out its share of the whole: the rate
 * divided by the number of live servers, as clients spread their requests evenly. While it is off every method returns at once.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html">Burst capacity</a>
 */
@SingleInstance
public final class Throttle {
    private static final double BURST_SECONDS = 300;
    private static final double READ_UNITS_OF_KEY = 3_000;
    private static final double WRITE_UNITS_OF_KEY = 1_000;

    /** No more than a key's own throughput is ever kept for it. */
    private static final double BURST_SECONDS_OF_KEY = 1;

    private static final int MOST_BUCKETS = 100_000;

    /** By then every bucket is full again. */
    private static final Duration IDLE = Duration.ofSeconds((long) (BURST_SECONDS * 2));

    /** For where nothing is throttled. */
    public static final Throttle OFF = new Throttle(new ThrottlingConfig(false), new LiveServers());

    private final ThrottlingConfig config;
    private final LiveServers servers;
    private final LongSupplier nanoTime;
    private final Cache<Place, TokenBucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(IDLE)
            .build();

    /** What a bucket is for; {@code slot} 0 is the table, a null key all of it. */
    private record Place(
            int storageId,
            int slot,
            boolean write,
            @Nullable PartitionHash key) {}

    @Inject
    public Throttle(ThrottlingConfig config, LiveServers servers) {
        this(config, servers, System::nanoTime);
    }

    public Throttle(ThrottlingConfig config, LiveServers servers, LongSupplier nanoTime) {
        this.config = config;
        this.servers = servers;
        this.nanoTime = nanoTime;
    }

    public boolean isOn() {
        return config.enabled();
    }

    /**
     * Lets a read in.
     *
     * @param index null for the table; local indexes share the table's throughput
     * @param key null when it reads more than one partition key
     * @throws org.extenddb.core.error.DynamoDbException ProvisionedThroughputExceededException or ThrottlingException
     */
    public void admitRead(TableDefinition table, @Nullable IndexDefinition index, @Nullable PartitionHash key) {
        if (isOn()) {
            IndexDefinition own = own(index);
            admit(table, own, false);
            if (key != null) {
                admitKey(table, own, false, key);
            }
        }
    }

    /** Takes what a read has consumed. */
    public void chargeRead(
            TableDefinition table, @Nullable IndexDefinition index, @Nullable PartitionHash key, double units) {
        if (isOn()) {
            IndexDefinition own = own(index);
            charge(table, own, false, null, units);
            if (key != null) {
                charge(table, own, false, key, units);
            }
        }
    }

    /** Lets a write in. One that an index has no throughput for waits for it, whether it would change the index or not. */
    public void admitWrite(TableDefinition table, PartitionHash key) {
        if (isOn()) {
            admit(table, null, true);
            for (IndexDefinition index : table.indexes()) {
                if (index.isGlobal()) {
                    admit(table, index, true);
                }
            }
            admitKey(table, null, true, key);
        }
    }

    /**
     * Takes of the table what a write will consume at least, so that those of a batch that come after it find no more than is left.
     *
     * @param units what was taken ahead is given back by its negative, before all that was consumed is taken
     */
    public void chargeWriteAhead(TableDefinition table, PartitionHash key, double units) {
        if (isOn()) {
            charge(table, null, true, null, units);
            charge(table, null, true, key, units);
        }
    }

    /** Takes what a write has consumed, in the table with its local indexes and in every global index. */
    public void chargeWrite(TableDefinition table, PartitionHash key, ConsumedCapacity consumed) {
        if (isOn()) {
            double own = consumed.total().sum();
            for (IndexDefinition index : table.indexes()) {
                CapacityUnits units = consumed.globalIndexes().get(index.name());
                if (units != null) {
                    own -= units.sum();
                    charge(table, index, true, null, units.sum());
                }
            }
            charge(table, null, true, null, own);
            charge(table, null, true, key, own);
        }
    }

    private void admit(TableDefinition table, @Nullable IndexDefinition index, boolean write) {
        Limit.Kind kind = table.settings().billingMode() == BillingMode.PROVISIONED
                ? Limit.Kind.PROVISIONED
                : Limit.Kind.ON_DEMAND;
        Throughput throughput = index == null ? table.settings().throughput() : index.throughput();
        double rate = throughput == null ? Double.POSITIVE_INFINITY : rate(throughput, kind, write);
        if (rate != Double.POSITIVE_INFINITY) {
            admit(new Limit(table, index, write, kind), null, rate, BURST_SECONDS);
        }
    }

    private void admitKey(TableDefinition table, @Nullable IndexDefinition index, boolean write, PartitionHash key) {
        double rate = write ? WRITE_UNITS_OF_KEY : READ_UNITS_OF_KEY;
        admit(new Limit(table, index, write, Limit.Kind.KEY_RANGE), key, rate, BURST_SECONDS_OF_KEY);
    }

    private void admit(Limit limit, @Nullable PartitionHash key, double rate, double seconds) {
        double share = rate / servers.count();
        long now = nanoTime.getAsLong();
        TokenBucket bucket = buckets.get(
                place(limit.table(), limit.index(), limit.write(), key),
                absent -> new TokenBucket(share, seconds, now));
        if (!bucket.admits(share, seconds, now)) {
            throw limit.exceeded();
        }
    }

    private void charge(
            TableDefinition table,
            @Nullable IndexDefinition index,
            boolean write,
            @Nullable PartitionHash key,
            double units) {
        TokenBucket bucket = buckets.getIfPresent(place(table, index, write, key));
        if (bucket != null) {
            bucket.take(units, nanoTime.getAsLong());
        }
    }

    private static Place place(
            TableDefinition table, @Nullable IndexDefinition index, boolean write, @Nullable PartitionHash key) {
        return new Place(table.storageId(), index == null ? 0 : index.slot(), write, key);
    }

    private static double rate(Throughput throughput, Limit.Kind kind, boolean write) {
        if (kind == Limit.Kind.PROVISIONED) {
            return write
                    ? throughput.provisioned().writeCapacityUnits()
                    : throughput.provisioned().readCapacityUnits();
        }
        Long bound = write
                ? throughput.onDemand().maxWriteRequestUnits()
                : throughput.onDemand().maxReadRequestUnits();
        return bound == null ? Double.POSITIVE_INFINITY : bound;
    }

    private static @Nullable IndexDefinition own(@Nullable IndexDefinition index) {
        return index != null && index.isGlobal() ? index : null;
    }
}
