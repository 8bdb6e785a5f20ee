package org.extenddb.it.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads a stream from its beginning as AWS describes it: a shard after its parent, until it has no next iterator. */
public final class StreamConsumer {
    private static final int PAGE = 100;
    private static final int PAGES_A_TURN = 20;

    private final Supplier<DynamoDbStreamsClient> clients;
    private final String arn;
    private final Map<String, String> iterators = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    /** As they were when they were first seen, in the order of their creation. */
    private final List<Shard> known = new ArrayList<>();

    private final List<Record> records = new ArrayList<>();
    private final Consumer<Record> sink;

    /** Keeps the records. */
    public StreamConsumer(DynamoDbStreamsClient client, String arn) {
        clients = () -> client;
        this.arn = arn;
        sink = records::add;
    }

    /**
     * Hands each record on, once. Whoever turns again after a request has failed goes on where it was.
     *
     * @param clients asked before each request
     */
    public StreamConsumer(Supplier<DynamoDbStreamsClient> clients, String arn, Consumer<Record> sink) {
        this.clients = clients;
        this.arn = arn;
        this.sink = sink;
    }

    /** Reads what there is of each shard that may be read, within bounds. */
    public void turn() {
        known.addAll(
                shardsAfter(known.isEmpty() ? null : known.get(known.size() - 1).shardId()));
        for (Shard shard : known) {
            boolean ready = shard.parentShardId() == null || ended.contains(shard.parentShardId());
            if (ready && !ended.contains(shard.shardId())) {
                read(shard.shardId());
            }
        }
    }

    private void read(String shardId) {
        for (int page = 0; page < PAGES_A_TURN; page++) {
            if (readPage(shardId) < PAGE) {
                return;
            }
        }
    }

    private int readPage(String shardId) {
        String iterator = iterators.computeIfAbsent(
                shardId,
                id -> clients.get()
                        .getShardIterator(
                                r -> r.streamArn(arn).shardId(id).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                        .shardIterator());
        GetRecordsResponse page =
                clients.get().getRecords(r -> r.shardIterator(iterator).limit(PAGE));
        page.records().forEach(sink);
        if (page.nextShardIterator() == null) {
            ended.add(shardId);
            return 0;
        }
        iterators.put(shardId, page.nextShardIterator());
        return page.records().size();
    }

    /** In the order of their creation, as they are now. */
    public List<Shard> shards() {
        return shardsAfter(null);
    }

    private List<Shard> shardsAfter(@Nullable String shardId) {
        List<Shard> shards = new ArrayList<>();
        String last = shardId;
        do {
            String after = last;
            StreamDescription description = clients.get()
                    .describeStream(r -> r.streamArn(arn).limit(3).exclusiveStartShardId(after))
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
    public boolean isDone() {
        return shards().stream().allMatch(shard -> ended.contains(shard.shardId()));
    }
}
