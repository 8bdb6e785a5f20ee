package org.extenddb.it.api;

import java.net.URI;
import javax.net.ssl.TrustManager;
import org.extenddb.it.server.ServerUnderTest;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The AWS SDK for Java v2 pointed at the server under test, as an application would be: by its endpoint alone. */
public final class AwsClient {
    private AwsClient() {}

    /** One client for all tests; it is safe for use by many threads. */
    static DynamoDbClient dynamoDb() {
        return Holder.CLIENT;
    }

    /** The same for the streams of its tables. */
    static DynamoDbStreamsClient streams() {
        return Holder.STREAMS;
    }

    /** A client that shows every failure: it asks once. */
    public static DynamoDbClient withoutRetries(ServerUnderTest server) {
        return builder(server)
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /** The same for the tables of a region. */
    public static DynamoDbClient inRegion(ServerUnderTest server, String region) {
        return builder(server)
                .region(Region.of(region))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /** The same by way of an HTTP proxy on a port of this machine. */
    public static DynamoDbClient through(int proxyPort, ServerUnderTest server) {
        return builder(server)
                .httpClient(http(server)
                        .proxyConfiguration(p -> p.endpoint(URI.create("http://localhost:" + proxyPort))
                                .useSystemPropertyValues(false)
                                .useEnvironmentVariablesValues(false))
                        .build())
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /** For the streams of one server. */
    public static DynamoDbStreamsClient streams(ServerUnderTest server) {
        return configured(DynamoDbStreamsClient.builder(), server).build();
    }

    /** A client that signs with other credentials, and asks once. */
    public static DynamoDbClient of(ServerUnderTest server, AwsCredentials credentials) {
        return builder(server)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /** IAM, as the root user. */
    public static IamClient iam(ServerUnderTest server) {
        return configured(IamClient.builder(), server).region(Region.AWS_GLOBAL).build();
    }

    /** STS, with these credentials. */
    public static StsClient sts(ServerUnderTest server, AwsCredentials credentials) {
        return configured(StsClient.builder(), server)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
    }

    private static StaticCredentialsProvider rootUser(ServerUnderTest server) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(ServerUnderTest.ACCESS_KEY_ID, server.secretAccessKey()));
    }

    private static DynamoDbClientBuilder builder(ServerUnderTest server) {
        return configured(DynamoDbClient.builder(), server);
    }

    private static <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B configured(
            B builder, ServerUnderTest server) {
        return builder.endpointOverride(server.dataEndpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(rootUser(server))
                .httpClient(http(server).build());
    }

    private static UrlConnectionHttpClient.Builder http(ServerUnderTest server) {
        TrustManager[] trust = server.certificate().trustManagers();
        return UrlConnectionHttpClient.builder().tlsTrustManagersProvider(() -> trust);
    }

    private static final class Holder {
        private static final DynamoDbClient CLIENT =
                builder(ServerUnderTest.started()).build();
        private static final DynamoDbStreamsClient STREAMS = streams(ServerUnderTest.started());
    }
}
