package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

/** IAM and STS by the AWS SDK on one server, and what follows from it on another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityIT {
    /** A change has to hold on all servers within a second; another one is for tests beside it that keep the machine busy. */
    private static final Duration SOON = Duration.ofSeconds(2);

    /** After this it is not waited for any longer. */
    private static final Duration NEVER = Duration.ofSeconds(20);

    private static final String TABLE = "identity-it";
    private static final Map<String, AttributeValue> ITEM = Map.of("pk", AttributeValue.fromS("a"));

    private final ServerUnderTest one = ServerUnderTest.started();
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private ServerUnderTest two;
    private IamClient iam;

    @BeforeAll
    void startAnotherServer() {
        two = one.another("identity-two");
        two.awaitReady();
        iam = AwsClient.iam(one);
        AwsClient.dynamoDb()
                .createTable(r -> r.tableName(TABLE)
                        .billingMode("PAY_PER_REQUEST")
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("pk")
                                .attributeType("S")
                                .build())
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("pk")
                                .keyType("HASH")
                                .build()));
    }

    @AfterAll
    void stop() {
        two.kill();
    }

    @Test
    void user_withAPolicy_mayDoWhatItSaysUntilItsKeyIsRevoked() {
        String user = "nina-" + suffix;
        String arn = iam.createUser(r -> r.userName(user).path("/jazz/")).user().arn();
        assertThat(arn).endsWith(":user/jazz/" + user);
        assertThatThrownBy(() -> iam.createUser(r -> r.userName(user)))
                .isInstanceOf(EntityAlreadyExistsException.class);
        AwsCredentials key = newKey(user);
        DynamoDbClient there = AwsClient.of(two, key);
        assertDenied(there, "dynamodb:PutItem", arn);

        iam.putUserPolicy(r -> r.userName(user).policyName("items").policyDocument(allow("dynamodb:PutItem")));
        assertSoon(() -> isAllowed(there));
        assertThat(catchThrowableOfType(DynamoDbException.class, () -> there.deleteTable(r -> r.tableName(TABLE)))
                        .awsErrorDetails()
                        .errorMessage())
                .contains("User: " + arn + " is not authorized to perform: dynamodb:DeleteTable on resource: ");

        iam.updateAccessKey(r -> r.userName(user).accessKeyId(key.accessKeyId()).status(StatusType.INACTIVE));
        assertSoon(() -> "UnrecognizedClientException".equals(refusal(there)));
    }

    @Test
    void role_assumedByAUser_mayDoWhatItsPolicySaysUntilThatIsTakenAway() {
        String user = "caller-" + suffix;
        String role = "writer-" + suffix;
        String userArn = iam.createUser(r -> r.userName(user)).user().arn();
        AwsCredentials key = newKey(user);
        String roleArn = iam.createRole(r -> r.roleName(role).assumeRolePolicyDocument(trust(userArn)))
                .role()
                .arn();
        iam.putRolePolicy(r -> r.roleName(role).policyName("items").policyDocument(allow("dynamodb:PutItem")));
        try (StsClient sts = AwsClient.sts(two, key)) {
            assertThat(sts.getCallerIdentity().arn()).isEqualTo(userArn);
            assertThatThrownBy(() -> sts.assumeRole(r -> r.roleArn(roleArn).roleSessionName("tour")))
                    .isInstanceOf(StsException.class)
                    .hasMessageContaining("is not authorized to perform: sts:AssumeRole on resource: " + roleArn);
            AwsSessionCredentials session = credentials(sts.assumeRole(
                            r -> r.roleArn(roleArn).roleSessionName("tour").externalId("secret-handshake"))
                    .credentials());
            DynamoDbClient assumed = AwsClient.of(one, session);
            assertThat(isAllowed(assumed)).isTrue();
            try (StsClient own = AwsClient.sts(one, session)) {
                assertThat(own.getCallerIdentity().arn()).endsWith(":assumed-role/" + role + "/tour");
            }
            AwsSessionCredentials altered = AwsSessionCredentials.create(
                    session.accessKeyId(), session.secretAccessKey(), "A" + session.sessionToken());
            assertThat(refusal(AwsClient.of(one, altered))).isEqualTo("UnrecognizedClientException");

            DynamoDbClient elsewhere = AwsClient.of(two, session);
            assertThat(isAllowed(elsewhere)).isTrue();
            iam.deleteRolePolicy(r -> r.roleName(role).policyName("items"));
            assertSoon(() -> "AccessDeniedException".equals(refusal(elsewhere)));
            iam.deleteRole(r -> r.roleName(role));
            assertSoon(() -> "UnrecognizedClientException".equals(refusal(elsewhere)));
        }
    }

    @Test
    void lists_ofManyUsers_comeByPages() {
        for (int i = 0; i < 5; i++) {
            String user = "page-" + suffix + "-" + i;
            iam.createUser(r -> r.userName(user).path("/pages/"));
        }

        assertThat(iam.listUsersPaginator(r -> r.pathPrefix("/pages/").maxItems(2))
                        .users())
                .extracting(it -> it.userName())
                .containsExactly(
                        "page-" + suffix + "-0",
                        "page-" + suffix + "-1",
                        "page-" + suffix + "-2",
                        "page-" + suffix + "-3",
                        "page-" + suffix + "-4");
        assertThatThrownBy(() -> iam.getUser(r -> r.userName("nobody")))
                .isInstanceOf(NoSuchEntityException.class)
                .hasMessageContaining("The user with name nobody cannot be found.");
    }

    private AwsCredentials newKey(String user) {
        AccessKey key = iam.createAccessKey(r -> r.userName(user)).accessKey();
        return AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
    }

    private static AwsSessionCredentials credentials(Credentials credentials) {
        return AwsSessionCredentials.create(
                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
    }

    private static void assertDenied(DynamoDbClient client, String action, String arn) {
        assertThatThrownBy(() -> client.putItem(r -> r.tableName(TABLE).item(ITEM)))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("User: " + arn + " is not authorized to perform: " + action + " on resource: ");
    }

    private static boolean isAllowed(DynamoDbClient client) {
        return refusal(client).isEmpty();
    }

    /** The code of the error; empty when there is none. */
    private static String refusal(DynamoDbClient client) {
        try {
            client.putItem(r -> r.tableName(TABLE).item(ITEM));
            return "";
        } catch (DynamoDbException e) {
            return e.awsErrorDetails().errorCode();
        }
    }

    private static void assertSoon(BooleanSupplier condition) {
        long start = System.nanoTime();
        Duration took = Duration.ZERO;
        while (!condition.getAsBoolean() && took.compareTo(NEVER) < 0) {
            took = Duration.ofNanos(System.nanoTime() - start);
        }
        took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took)
                .as("until a change held on both servers: %d ms", took.toMillis())
                .isLessThan(SOON);
    }

    private static String allow(String action) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"" + action
                + "\",\"Resource\":\"arn:aws:dynamodb:*:*:table/" + TABLE + "\"}]}";
    }

    private static String trust(String arn) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + arn
                + "\"},\"Action\":\"sts:AssumeRole\",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"secret-handshake\"}}}]}";
    }
}
