package org.extenddb.it.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.TrustManagerFactory;
import org.extenddb.it.dev.Launcher.Run;
import org.extenddb.it.server.FreePorts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * {@code ./extenddb dev} as the README has it: TLS, embedded PostgreSQL, {@code aws.env}. Begun early: it records the classes with which
 * the servers of later tests start sooner.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(2)
class DevelopmentServerIT {
    private final String port = String.valueOf(FreePorts.find().data());
    private Launcher launcher;

    @BeforeAll
    void makeHome() throws IOException {
        launcher = Launcher.withNewHome();
    }

    @AfterAll
    void stop() throws Exception {
        launcher.run("stop");
    }

    @Test
    void dev_inTheBackground_servesTheSdkAndKeepsAllOverARestart() throws Exception {
        Run first = launcher.run("dev", "--background", "--port", port);
        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).contains("https://localhost:" + port, "export AWS_ACCESS_KEY_ID=");
        Map<String, String> credentials = launcher.environment();
        assertThat(credentials.get("AWS_CA_BUNDLE"))
                .satisfies(bundle -> assertThat(Path.of(bundle)).exists());
        try (DynamoDbClient client = client(credentials)) {
            createMusic(client);
            client.putItem(r -> r.tableName("Music").item(Map.of("Artist", AttributeValue.fromS("Nina Simone"))));
        }
        Run again = launcher.run("dev", "--background", "--port", port);
        assertThat(again.exitCode()).isNotZero();
        assertThat(again.output()).contains("runs already");
        assertThat(launcher.run("status").output()).contains("https://localhost:" + port);

        assertStops();
        Run second = launcher.run("dev", "--background", "--port", port);
        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(launcher.environment()).isEqualTo(credentials);
        try (DynamoDbClient client = client(credentials)) {
            assertThat(client.scan(r -> r.tableName("Music")).items())
                    .containsExactly(Map.of("Artist", AttributeValue.fromS("Nina Simone")));
        }
        assertStops();
    }

    @Test
    void dev_portInUse_saysWhatToDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Launcher other = Launcher.withNewHome();
            Run run = other.run("dev", "--background", "--port", String.valueOf(taken.getLocalPort()));
            assertThat(run.exitCode()).isNotZero();
            assertThat(run.output()).contains("choose another port with --port").doesNotContain("\tat ");
            assertThat(other.processes()).isEmpty();
        }
    }

    private void assertStops() throws IOException, InterruptedException {
        assertThat(launcher.run("stop").exitCode()).isZero();
        assertThat(launcher.processes()).isEmpty();
    }

    private DynamoDbClient client(Map<String, String> environment) throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificates = KeyStore.getInstance("JKS");
        try (InputStream file = Files.newInputStream(launcher.home().resolve("tls/truststore.jks"))) {
            certificates.load(file, null);
        }
        trust.init(certificates);
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(String.valueOf(environment.get("AWS_ENDPOINT_URL_DYNAMODB"))))
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"))))
                .httpClient(UrlConnectionHttpClient.builder()
                        .tlsTrustManagersProvider(trust::getTrustManagers)
                        .build())
                .build();
    }

    private static void createMusic(DynamoDbClient client) {
        client.createTable(r -> r.tableName("Music")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("Artist")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("Artist")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
        client.waiter().waitUntilTableExists(r -> r.tableName("Music"));
    }
}
