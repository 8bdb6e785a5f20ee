package org.extenddb.it.streams;

import com.amazonaws.services.dynamodbv2.streamsadapter.AmazonDynamoDBStreamsAdapterClient;
import com.amazonaws.services.dynamodbv2.streamsadapter.StreamsSchedulerFactory;
import com.amazonaws.services.dynamodbv2.streamsadapter.model.DynamoDBStreamsProcessRecordsInput;
import com.amazonaws.services.dynamodbv2.streamsadapter.polling.DynamoDBStreamsPollingConfig;
import com.amazonaws.services.dynamodbv2.streamsadapter.processor.DynamoDBStreamsShardRecordProcessor;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.extenddb.it.server.ServerUnderTest;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.metrics.NullMetricsFactory;

/** Reads by the Kinesis Client Library through AWS's adapter; its leases are in tables of the same server. */
final class KinesisReader implements ChangeReader, AutoCloseable {
    private static final int FAILOVER_MILLIS = 1_000;
    private static final int IDLE_MILLIS = 200;

    private final ChangeLedger ledger;
    private final String arn;
    private final DynamoDbStreamsClient streams;
    private final DynamoDbAsyncClient leases;
    private final CloudWatchAsyncClient unused;
    private final Scheduler scheduler;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    KinesisReader(ServerUnderTest server, DynamoDbStreamsClient streams, String arn, ChangeLedger ledger) {
        this.ledger = ledger;
        this.arn = arn;
        this.streams = streams;
        StaticCredentialsProvider credentials = StaticCredentialsProvider.create(
                AwsBasicCredentials.create(ServerUnderTest.ACCESS_KEY_ID, server.secretAccessKey()));
        leases = DynamoDbAsyncClient.builder()
                .endpointOverride(server.dataEndpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .tlsTrustManagersProvider(() -> server.certificate().trustManagers()))
                .build();
        unused = CloudWatchAsyncClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .build();
        scheduler = scheduler();
        new Thread(scheduler, "kinesis-client").start();
    }

    private Scheduler scheduler() {
        AmazonDynamoDBStreamsAdapterClient adapter = new AmazonDynamoDBStreamsAdapterClient(streams, Region.US_EAST_1);
        ConfigsBuilder configs = new ConfigsBuilder(
                StreamsSchedulerFactory.createSingleStreamTracker(
                        arn, InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON)),
                "leases-" + UUID.randomUUID(),
                adapter,
                leases,
                unused,
                "worker",
                Processor::new);
        return StreamsSchedulerFactory.createScheduler(
                configs.checkpointConfig(),
                configs.coordinatorConfig()
                        .parentShardPollIntervalMillis(IDLE_MILLIS)
                        .shardConsumerDispatchPollIntervalMillis(IDLE_MILLIS),
                configs.leaseManagementConfig()
                        .failoverTimeMillis(FAILOVER_MILLIS)
                        .shardSyncIntervalMillis(FAILOVER_MILLIS),
                configs.lifecycleConfig(),
                configs.metricsConfig().metricsFactory(new NullMetricsFactory()),
                configs.processorConfig(),
                configs.retrievalConfig()
                        .retrievalSpecificConfig(
                                new DynamoDBStreamsPollingConfig(adapter).idleTimeBetweenReadsInMillis(IDLE_MILLIS)),
                adapter);
    }

    @Override
    public void turn() {
        PollingReader.pause();
    }

    @Override
    public boolean isDone() {
        Set<String> shards = ConcurrentHashMap.newKeySet();
        String last = null;
        do {
            String after = last;
            var description = streams.describeStream(r -> r.streamArn(arn).exclusiveStartShardId(after))
                    .streamDescription();
            description.shards().forEach(shard -> shards.add(shard.shardId()));
            last = description.lastEvaluatedShardId();
        } while (last != null);
        return ended.containsAll(shards);
    }

    int shards() {
        return ended.size();
    }

    @Override
    public void close() {
        scheduler.shutdown();
        leases.close();
        unused.close();
    }

    /** Of one shard. */
    private final class Processor implements DynamoDBStreamsShardRecordProcessor {
        private @Nullable String shardId;

        @Override
        public void initialize(InitializationInput input) {
            shardId = input.shardId();
        }

        @Override
        public void processRecords(DynamoDBStreamsProcessRecordsInput input) {
            input.records().forEach(record -> ledger.tell(record.getRecord()));
        }

        @Override
        public void leaseLost(LeaseLostInput input) {
            ledger.wrongs.add("the only worker has lost the lease of " + shardId);
        }

        @Override
        public void shardEnded(ShardEndedInput input) {
            try {
                input.checkpointer().checkpoint();
                ended.add(String.valueOf(shardId));
            } catch (InvalidStateException | ShutdownException e) {
                ledger.wrongs.add("end of " + shardId + ": " + e);
            }
        }

        @Override
        public void shutdownRequested(ShutdownRequestedInput input) {
            // Nothing is kept.
        }
    }
}
