package org.extenddb.it.streams;

import com.amazonaws.services.dynamodbv2.streamsadapter.AmazonDynamoDBStreamsAdapterClient;
import com.amazonaws.services.dynamodbv2.streamsadapter.StreamsSchedulerFactory;
import com.amazonaws.services.dynamodbv2.streamsadapter.polling.DynamoDBStreamsPollingConfig;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.extenddb.it.server.ServerUnderTest;
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
import software.amazon.kinesis.metrics.NullMetricsFactory;

/** Reads by the Kinesis Client Library through AWS's adapter; its leases are in tables of the same server. */
final class KinesisReader implements ChangeReader, AutoCloseable {
    private static final int FAILOVER_MILLIS = 1_000;
    private static final int IDLE_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String arn;
    private final DynamoDbStreamsClient streams;
    private final DynamoDbAsyncClient leases;
    private final CloudWatchAsyncClient unused;
    private final Scheduler scheduler;
    private final KinesisShards shards;

    KinesisReader(ServerUnderTest server, DynamoDbStreamsClient streams, String arn, KinesisShards shards) {
        this.shards = shards;
        this.arn = arn;
        this.streams = streams;
        StaticCredentialsProvider credentials = StaticCredentialsProvider.create(
                AwsBasicCredentials.create(ServerUnderTest.ACCESS_KEY_ID, server.secretAccessKey()));
        leases = DynamoDbAsyncClient.builder()
                .endpointOverride(server.dataEndpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .connectionAcquisitionTimeout(PATIENCE)
                        .connectionTimeout(PATIENCE)
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
                shards::processor);
        return StreamsSchedulerFactory.createScheduler(
                configs.checkpointConfig(),
                // By default the library gives up for good after twenty attempts to begin, which is sooner than a
                // killed server is back.
                configs.coordinatorConfig()
                        .maxInitializationAttempts(Integer.MAX_VALUE)
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
        Set<String> all = new HashSet<>();
        String last = null;
        do {
            String after = last;
            var description = streams.describeStream(r -> r.streamArn(arn).exclusiveStartShardId(after))
                    .streamDescription();
            description.shards().forEach(shard -> all.add(shard.shardId()));
            last = description.lastEvaluatedShardId();
        } while (last != null);
        return shards.haveEnded(all);
    }

    @Override
    public void close() {
        scheduler.shutdown();
        leases.close();
        unused.close();
    }
}
