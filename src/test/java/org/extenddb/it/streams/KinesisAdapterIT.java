package org.extenddb.it.streams;

import java.time.Duration;
import java.util.List;
import org.extenddb.it.api.AwsClient;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The same as {@link StreamProofIT} through AWS's DynamoDB Streams Kinesis Adapter: by the profile {@code kcl} alone. */
class KinesisAdapterIT {
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("extenddb.soak.seconds", 20));

    @Test
    void stream_throughTheKinesisClientLibrary_tellsEveryChangeOnceAndInOrder() throws Exception {
        ServerUnderTest server = ServerUnderTest.started();
        try (DynamoDbClient client = AwsClient.withoutRetries(server);
                DynamoDbStreamsClient streams = AwsClient.streams(server)) {
            StreamProof proof = new StreamProof(List.of(client));
            try (KinesisReader reader = new KinesisReader(server, streams, proof.createTable(), proof.ledger())) {
                proof.run(reader, () -> Thread.sleep(LENGTH.toMillis()));

                proof.assertComplete(reader);
                System.out.println("through the Kinesis Client Library: " + reader.shards() + " shards");
            }
        }
    }
}
