package org.extenddb.it.api;

import javax.net.ssl.TrustManager;
import org.extenddb.it.server.ServerUnderTest;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The AWS SDK for Java v2 pointed at the server under test, as an application would be: by its endpoint alone. */
final class AwsClient {
    private AwsClient() {}

    /** One client for all tests; it is safe for use by many threads. */
    static DynamoDbClient dynamoDb() {
        return Holder.CLIENT;
    }

    private static DynamoDbClient connect(ServerUnderTest server) {
        TrustManager[] trust = server.certificate().trustManagers();
        return DynamoDbClient.builder()
                .endpointOverride(server.dataEndpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(ServerUnderTest.ACCESS_KEY_ID, server.secretAccessKey())))
                .httpClient(UrlConnectionHttpClient.builder()
                        .tlsTrustManagersProvider(() -> trust)
                        .build())
                .build();
    }

    private static final class Holder {
        private static final DynamoDbClient CLIENT = connect(ServerUnderTest.started());
    }
}
