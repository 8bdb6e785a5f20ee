package org.extenddb.it.streams;

import java.util.List;
import org.extenddb.it.api.AwsClient;
import org.extenddb.it.outage.DurableDatabase;
import org.extenddb.it.server.Deployment;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The same as {@link StreamProofIT} through AWS's DynamoDB Streams Kinesis Adapter: by the profile {@code kcl} alone. */
class KinesisAdapterIT {
    @Test
    void stream_throughTheKinesisClientLibrary_tellsEveryChangeOnceAndInOrder() throws Exception {
        ServerUnderTest server = ServerUnderTest.started();
        try (DynamoDbClient client = AwsClient.withoutRetries(server);
                DynamoDbStreamsClient streams = AwsClient.streams(server)) {
            StreamProof proof = new StreamProof(List.of(client));
            KinesisShards shards = new KinesisShards(proof.ledger(), false);
            try (KinesisReader reader = new KinesisReader(server, streams, proof.createTable(), shards)) {
                proof.run(reader, () -> Thread.sleep(StreamProofIT.LENGTH.toMillis()));

                proof.assertComplete(reader);
                System.out.println("through the Kinesis Client Library: " + shards);
            }
        }
    }

    /** The library has its leases and its records by one of the servers, which is killed like the other. */
    @Test
    @EnabledIfSystemProperty(named = StreamProofIT.SOAK, matches = ".+")
    void stream_serversAndDatabaseKilledAtRandom_comesWholeThroughTheKinesisClientLibrary() throws Exception {
        DurableDatabase database = DurableDatabase.create();
        Deployment deployment = Deployment.on(database.jdbcUrl());
        List<ServerUnderTest> servers = List.of(
                ServerUnderTest.starting("kcl-one", deployment), ServerUnderTest.starting("kcl-two", deployment));
        servers.forEach(ServerUnderTest::awaitReady);
        try (DynamoDbStreamsClient streams = AwsClient.streams(servers.get(0))) {
            StreamProof proof = new StreamProof(
                    servers.stream().map(AwsClient::withoutRetries).toList());
            KinesisShards shards = new KinesisShards(proof.ledger(), true);
            try (KinesisReader reader = new KinesisReader(servers.get(0), streams, proof.createTable(), shards)) {
                proof.run(reader, () -> RandomKills.of(proof, servers, database).during(StreamProofIT.LENGTH));
                servers.forEach(ServerUnderTest::awaitReady);

                proof.assertComplete(reader);
                System.out.println("through the Kinesis Client Library, servers killed: " + shards);
            }
        } finally {
            servers.forEach(ServerUnderTest::kill);
            database.kill();
        }
    }
}
