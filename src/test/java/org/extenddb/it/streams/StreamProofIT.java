package org.extenddb.it.streams;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.extenddb.it.api.AwsClient;
import org.extenddb.it.outage.DurableDatabase;
import org.extenddb.it.server.Deployment;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Every change that was committed comes once, in order for each item, and none is missing: sixty-four writers, one reader, shards that are
 * closed every five seconds. {@code -Dextenddb.soak.seconds=600} makes it ten minutes, and does it once more with two servers and a
 * database that are killed at random.
 */
class StreamProofIT {
    static final String SOAK = "extenddb.soak.seconds";
    static final Duration LENGTH = Duration.ofSeconds(Long.getLong(SOAK, 12));

    @Test
    void stream_inPeace_tellsEveryChangeOnceAndInOrder() throws Exception {
        ServerUnderTest server = ServerUnderTest.started();
        try (DynamoDbClient client = AwsClient.withoutRetries(server);
                DynamoDbStreamsClient streams = AwsClient.streams(server)) {
            StreamProof proof = new StreamProof(List.of(client));
            PollingReader reader = new PollingReader(() -> streams, proof.createTable(), proof.ledger());

            proof.run(reader, () -> Thread.sleep(LENGTH.toMillis()));

            proof.assertComplete(reader);
            reader.assertShardsAreAFamily();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = SOAK, matches = ".+")
    void stream_serversAndDatabaseKilledAtRandom_tellsEveryChangeOnceAndInOrder() throws Exception {
        DurableDatabase database = DurableDatabase.create();
        Deployment deployment = Deployment.on(database.jdbcUrl());
        List<ServerUnderTest> servers = List.of(
                ServerUnderTest.starting("proof-one", deployment), ServerUnderTest.starting("proof-two", deployment));
        try {
            servers.forEach(ServerUnderTest::awaitReady);
            List<DynamoDbStreamsClient> streams =
                    servers.stream().map(AwsClient::streams).toList();
            AtomicInteger turn = new AtomicInteger();
            StreamProof proof = new StreamProof(
                    servers.stream().map(AwsClient::withoutRetries).toList());
            PollingReader reader = new PollingReader(
                    () -> streams.get(Math.floorMod(turn.incrementAndGet(), streams.size())),
                    proof.createTable(),
                    proof.ledger());

            proof.run(reader, () -> RandomKills.of(proof, servers, database).during(LENGTH));
            servers.forEach(ServerUnderTest::awaitReady);

            proof.assertComplete(reader);
            reader.assertShardsAreAFamily();
        } finally {
            servers.forEach(ServerUnderTest::kill);
            database.kill();
        }
    }
}
