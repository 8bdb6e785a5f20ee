package org.extenddb.it.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.extenddb.it.api.StreamConsumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardFilterType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads by the API itself, shard after shard. */
final class PollingReader implements ChangeReader {
    private static final int RETRY_MILLIS = 200;

    private final Supplier<DynamoDbStreamsClient> streams;
    private final String arn;
    private final StreamConsumer consumer;

    /** @param streams clients of any server, in turns */
    PollingReader(Supplier<DynamoDbStreamsClient> streams, String arn, ChangeLedger ledger) {
        this.streams = streams;
        this.arn = arn;
        consumer = new StreamConsumer(streams, arn, ledger::tell);
    }

    @Override
    public void turn() {
        try {
            consumer.turn();
        } catch (SdkException e) {
            pause();
        }
    }

    @Override
    public boolean isDone() {
        return consumer.isDone();
    }

    /** Parents closed, every one but the last generation with a child that names it. */
    void assertShardsAreAFamily() {
        Set<String> known = new HashSet<>();
        List<Shard> shards = consumer.shards();
        assertThat(shards).hasSizeGreaterThan(4);
        for (Shard shard : shards) {
            assertThat(shard.sequenceNumberRange().endingSequenceNumber()).isNotNull();
            assertThat(shard.parentShardId() == null || known.contains(shard.parentShardId()))
                    .isTrue();
            known.add(shard.shardId());
        }
        String first = shards.get(0).shardId();
        assertThat(streams.get()
                        .describeStream(r -> r.streamArn(arn)
                                .shardFilter(f ->
                                        f.type(ShardFilterType.CHILD_SHARDS).shardId(first)))
                        .streamDescription()
                        .shards())
                .singleElement()
                .satisfies(child -> assertThat(child.parentShardId()).isEqualTo(first));
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
