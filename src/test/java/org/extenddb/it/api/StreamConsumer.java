package org.extenddb.it.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads a stream from its beginning as AWS describes it: a shard after its parent, until it has no next iterator. */
public final class StreamConsumer {
    private final DynamoDbStreamsClient client;
    private final String arn;
    private final Map<String, String> iterators = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final List<Record> records = new ArrayList<>();

    public StreamConsumer(DynamoDbStreamsClient client, String arn) {
        this.client = client;
        this.arn = arn;
    }

    /** Reads one page of each shard that may be read. */
    void turn() {
        for (Shard shard : shards()) {
            boolean ready = shard.parentShardId() == null || ended.contains(shard.parentShardId());
            if (ready && !ended.contains(shard.shardId())) {
                read(shard.shardId());
            }
        }
    }

    private void read(String shardId) {
        String iterator = iterators.computeIfAbsent(
                shardId,
                id -> client.getShardIterator(
                                r -> r.streamArn(arn).shardId(id).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                        .shardIterator());
        GetRecordsResponse page =
                client.getRecords(r -> r.shardIterator(iterator).limit(100));
        records.addAll(page.records());
        if (page.nextShardIterator() == null) {
            ended.add(shardId);
        } else {
            iterators.put(shardId, page.nextShardIterator());
        }
    }

    /** In the order of their creation. */
    List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        String last = null;
        do {
            String after = last;
            StreamDescription description = client.describeStream(
                            r -> r.streamArn(arn).limit(3).exclusiveStartShardId(after))
                    .streamDescription();
            shards.addAll(description.shards());
            last = description.lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    public List<Record> records() {
        return List.copyOf(records);
    }

    /** Reads until every shard is closed and read to its end, or nothing has helped for so long. */
    public List<Record> untilDone(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        do {
            turn();
        } while (!isDone() && System.nanoTime() - end < 0);
        return records();
    }

    /** Whether every shard is closed and read to its end. */
    boolean isDone() {
        return shards().stream().allMatch(shard -> ended.contains(shard.shardId()));
    }
}
