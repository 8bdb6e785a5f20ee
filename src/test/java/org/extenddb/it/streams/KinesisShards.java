package org.extenddb.it.streams;

import com.amazonaws.services.dynamodbv2.streamsadapter.processor.DynamoDBStreamsShardRecordProcessor;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * What the library brings of each shard. It promises each record once at least: one that comes again because its shard was taken up again
 * from a checkpoint is told to the ledger once.
 */
final class KinesisShards {
    private final ChangeLedger ledger;
    private final boolean disturbed;
    private final Map<String, BigInteger> last = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong leasesLost = new AtomicLong();

    /** @param disturbed whether leases may be lost, as they are when servers are killed */
    KinesisShards(ChangeLedger ledger, boolean disturbed) {
        this.ledger = ledger;
        this.disturbed = disturbed;
    }

    DynamoDBStreamsShardRecordProcessor processor() {
        return new KinesisProcessor(this);
    }

    synchronized void tell(String shardId, Record record) {
        BigInteger number = new BigInteger(record.dynamodb().sequenceNumber());
        BigInteger before = last.get(shardId);
        if (before != null && number.compareTo(before) <= 0) {
            repeated.incrementAndGet();
            if (!disturbed) {
                ledger.wrongs.add("record " + number + " of " + shardId + " comes after " + before);
            }
            return;
        }
        last.put(shardId, number);
        ledger.tell(record);
    }

    void leaseLost(String shardId) {
        leasesLost.incrementAndGet();
        if (!disturbed) {
            ledger.wrongs.add("the only worker has lost the lease of " + shardId);
        }
    }

    /** @param failure that a checkpoint could not be written */
    void failed(String shardId, Exception failure) {
        if (!disturbed) {
            ledger.wrongs.add(shardId + ": " + failure);
        }
    }

    void ended(String shardId) {
        ended.add(shardId);
    }

    boolean haveEnded(Collection<String> shards) {
        return ended.containsAll(shards);
    }

    @Override
    public String toString() {
        return ended.size() + " shards, " + last.size() + " of them with records; " + leasesLost.get()
                + " leases lost, " + repeated.get() + " records brought again";
    }
}
