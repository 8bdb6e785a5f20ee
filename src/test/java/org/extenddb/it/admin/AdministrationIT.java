package org.extenddb.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.extenddb.it.admin.CommandLineProgram.Run;
import org.extenddb.it.admin.Rest.Answer;
import org.extenddb.it.api.AwsClient;
import org.extenddb.it.server.ServerUnderTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The administration of a running server, by REST and by the command line. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationIT {
    private static final String LIST_TABLES =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Tables\",\"Effect\":\"Allow\","
                    + "\"Action\":\"dynamodb:ListTables\",\"Resource\":\"*\"}]}";

    private final ServerUnderTest server = ServerUnderTest.started();
    private final CommandLineProgram program = CommandLineProgram.withNewHome();
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private Rest rest;
    private String account;
    private Path policy;

    @BeforeAll
    void signIn() throws IOException {
        Path bundle = server.certificate().writePem(program.home().resolve("ca.pem"));
        policy = Files.writeString(program.home().resolve("policy.json"), LIST_TABLES);
        Run login = program.runWith(
                server.administratorPassword() + "\n",
                "login",
                "admin",
                "--password-stdin",
                "--endpoint",
                server.adminEndpoint().toString(),
                "--ca-bundle",
                bundle.toString());
        assertThat(login.exitCode()).as(login.output()).isZero();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(program.home().resolve("session"))))
                .isEqualTo("rw-------");
        rest = Rest.signedIn(server);
        account = json(done("manage", "accounts", "create", "it-" + suffix, "-o", "json"))
                .getJsonObject("account")
                .getString("accountId");
    }

    @Test
    void user_madeByCommandLine_mayDoWithTheSdkWhatItsPolicySays() {
        done("manage", "users", "create", "nina", "--account", account);
        JsonText key = json(done("manage", "keys", "create", "--user", "nina", "--account", account, "-o", "json"));
        DynamoDbClient client = AwsClient.of(
                server, AwsBasicCredentials.create(key.getString("accessKeyId"), key.getString("secretAccessKey")));
        assertThat(refusal(client)).isEqualTo("AccessDeniedException");

        done("manage", "users", "put-policy", "nina", "tables", policy.toString(), "--account", account);
        assertSoonAllowed(client);

        String arn = "arn:aws:iam::" + account + ":user/nina";
        Run simulated =
                program.run("simulate", "--account", account, "--principal", arn, "--action", "dynamodb:ListTables");
        assertThat(simulated.exitCode()).as(simulated.output()).isZero();
        assertThat(simulated.output()).contains("allowed").contains("tables / Tables: MATCHED");
        Run denied = program.run("simulate", "--account", account, "--principal", arn, "--action", "dynamodb:PutItem");
        assertThat(denied.exitCode()).isEqualTo(9);
        assertThat(denied.output()).contains("implicitDeny").contains("OTHER_ACTION");

        Run audit = done("audit", "list", "--account", account, "--action", "iam:PutUserPolicy");
        assertThat(audit.output()).contains(arn).contains("administrator/admin");
        assertThat(done("audit", "list", "--actor", "administrator/admin", "--action", "admin:")
                        .output())
                .contains("account/" + account);
        assertThat(json(done("audit", "verify", "-o", "json")).getBoolean("intact"))
                .isTrue();
    }

    @Test
    void role_changedFromAStaleState_isRefusedWithAProblem() {
        String roles = "accounts/" + account + "/roles";
        String trust = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                + account + "\"},\"Action\":\"sts:AssumeRole\"}]}";
        Answer made = rest.send("POST", roles, "{\"name\":\"writer\",\"trustPolicy\":" + trust + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String tag = String.valueOf(made.tag());
        assertThat(rest.get(roles + "/writer").tag()).isEqualTo(tag);

        String change = "{\"description\":\"new\"}";
        Answer unconditional = rest.send("PATCH", roles + "/writer", change);
        assertThat(unconditional.status()).isEqualTo(428);
        Answer changed = rest.send("PATCH", roles + "/writer", change, "If-Match", tag);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().getString("description")).isEqualTo("new");
        Answer stale = rest.send("PATCH", roles + "/writer", "{\"description\":\"other\"}", "If-Match", tag);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.contentType()).startsWith("application/problem+json");
        assertThat(stale.json().getString("type")).isEqualTo("urn:extenddb:problem:Changed");
        assertThat(rest.send("DELETE", roles + "/writer", null, "If-Match", tag).status())
                .isEqualTo(412);
        assertThat(rest.send("DELETE", roles + "/writer", null, "If-Match", String.valueOf(changed.tag()))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void request_thatIsNone_isAProblem() {
        String users = "accounts/" + account + "/users";
        assertProblem(rest.send("POST", users, "{"), 400, "Invalid");
        assertProblem(rest.send("POST", users, "[]"), 400, "Invalid");
        assertProblem(rest.send("POST", users, "{\"name\":\"a\",\"nmae\":1}"), 400, "Invalid");
        assertProblem(rest.send("POST", users, "{}"), 400, "Invalid");
        assertProblem(rest.send("POST", users, "{\"name\":\"a/b\"}"), 400, "ValidationError");
        assertProblem(rest.send("POST", users, "{\"name\":\"" + "x".repeat(1 << 20) + "\"}"), 400, "Invalid");
        assertProblem(rest.get(users + "/nobody"), 404, "NoSuchEntity");
        assertProblem(rest.get("accounts/12/users"), 404, "NotFound");
        assertProblem(rest.get("accounts/999999999999/users"), 404, "NotFound");
        assertProblem(rest.get(users + "?limit=none"), 400, "Invalid");
        assertProblem(rest.get("nothing"), 404, "NotFound");
        assertProblem(new Rest(server, null).get("accounts"), 401, "Unauthenticated");
        assertProblem(new Rest(server, "forged").get("accounts"), 401, "Unauthenticated");
    }

    @Test
    void list_inPages_hasEachOnce() {
        for (int i = 0; i < 3; i++) {
            rest.send("POST", "accounts/" + account + "/groups", "{\"name\":\"g" + i + "\"}");
        }
        String groups = "accounts/" + account + "/groups?limit=2";
        JsonText first = rest.get(groups).json();
        JsonText second = rest.get(groups + "&next=" + first.getString("next")).json();
        assertThat(first.getJsonArray("items")).hasSize(2);
        assertThat(second.getJsonArray("items")).hasSize(1);
        assertThat(second.containsKey("next")).isFalse();
    }

    @Test
    void jobs_ofABackup_areOne() {
        String table = "jobs-" + suffix;
        try (DynamoDbClient client = AwsClient.withoutRetries(server)) {
            client.createTable(r -> r.tableName(table)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("pk")
                            .keyType(KeyType.HASH)
                            .build())
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("pk")
                            .attributeType(ScalarAttributeType.S)
                            .build()));
            client.createBackup(r -> r.tableName(table).backupName("once"));
        }
        assertThat(rest.get("jobs").json().getJsonArray("items"))
                .map(JsonText::new)
                .filteredOn(job -> job.getString("subject").endsWith("table/" + table))
                .singleElement()
                .satisfies(job -> assertThat(job.getString("kind")).isEqualTo("CREATE_BACKUP"));
    }

    @Test
    void setting_thatCanChange_countsWithoutRestart() {
        JsonText now = json(done("settings", "set", "extenddb.quota.tables", "2000", "-o", "json"));
        assertThat(now.getString("value")).isEqualTo("2000");
        assertThat(now.getString("source")).isEqualTo("database");
        assertThat(now.getString("changedBy")).isEqualTo("administrator/admin");
        assertThat(program.run("settings", "set", "extenddb.db.poolSize", "5").exitCode())
                .isEqualTo(7);
        assertThat(program.run("settings", "set", "extenddb.quota.tables", "many")
                        .exitCode())
                .isEqualTo(1);
        assertThat(done("settings", "reset", "extenddb.quota.tables").output()).contains("default");
        assertThat(done("settings", "get", "extenddb.encryption.key").output()).contains("(set)");
    }

    @Test
    void user_signedIn_mayDoInItsAccountWhatPoliciesSayAndNothingElse() {
        String user = "accounts/" + account + "/users";
        rest.send("POST", user, "{\"name\":\"lena\"}");
        rest.send("POST", user + "/lena/login-profile", "{\"password\":\"Sarah-Vaughan-1924\"}");
        String credentials = "{\"account\":\"" + account + "\",\"name\":\"lena\",\"password\":\"Sarah-Vaughan-1924\"}";
        Answer session = new Rest(server, null).send("POST", "sessions", credentials);
        assertThat(session.status()).as(session.body()).isEqualTo(201);
        Rest lena = new Rest(server, session.json().getString("token"));

        assertThat(lena.get("whoami").json().getString("arn")).isEqualTo("arn:aws:iam::" + account + ":user/lena");
        assertProblem(lena.get(user), 403, "AccessDenied");
        assertProblem(lena.get("accounts"), 403, "Forbidden");
        assertProblem(lena.get("accounts/000000000000/users"), 403, "Forbidden");
        assertProblem(lena.get("audit"), 403, "Forbidden");
        assertProblem(lena.get("settings"), 403, "Forbidden");

        rest.send(
                "PUT",
                user + "/lena/policies/look",
                "{\"policyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                        + "\"Action\":\"iam:ListUsers\",\"Resource\":\"*\"}}}");
        assertSoon(() -> lena.get(user).status() == 200);
        rest.send("PATCH", user + "/lena", "{\"name\":\"lena\"}", "If-Match", "*");
    }

    @Test
    void signIn_wrongTooOften_isLockedEvenWithTheRightPassword() {
        String name = "guess-" + suffix;
        String password = "Dinah-Washington-1924";
        rest.send("POST", "administrators", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
        Rest nobody = new Rest(server, null);
        for (int i = 0; i < 5; i++) {
            assertProblem(nobody.signIn(name, "wrong-" + i), 401, "Unauthenticated");
        }
        assertProblem(nobody.signIn(name, password), 429, "Locked");
        assertThat(done("manage", "administrators", "unlock", name).exitCode()).isZero();
        assertProblem(nobody.signIn(name, password), 403, "PasswordChangeNeeded");
    }

    @Test
    void account_closed_letsNobodyIn() {
        JsonText made = rest.send("POST", "accounts", "{\"name\":\"short-" + suffix + "\"}")
                .json();
        String id = made.getJsonObject("account").getString("accountId");
        JsonText key = made.getJsonObject("rootAccessKey");
        DynamoDbClient root = AwsClient.of(
                server, AwsBasicCredentials.create(key.getString("accessKeyId"), key.getString("secretAccessKey")));
        assertThat(refusal(root)).isNull();

        assertThat(done("manage", "accounts", "close", id).output()).contains("CLOSED");
        assertSoon(() -> "UnrecognizedClientException".equals(refusal(root)));
        assertProblem(rest.send("DELETE", "accounts/" + id + "/users/nobody", null), 409, "Conflict");
    }

    @Test
    void verify_everythingIsWhole() {
        assertThat(done("verify").output()).contains("indexes").doesNotContain("false");
    }

    @Test
    void openapi_namesWhatThereIs() {
        Answer description = new Rest(server, null).get("openapi.json");
        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().getJsonObject("paths").keySet())
                .contains("/sessions", "/accounts/{account}/users/{name}", "/audit", "/settings/{name}");
    }

    @Test
    void dataPort_hasNoAdministration() throws IOException {
        assertThat(server.get(server.dataEndpoint().resolve("/admin/v1/whoami")).statusCode())
                .isNotEqualTo(200)
                .isNotEqualTo(401);
    }

    private Run done(String... arguments) {
        Run run = program.run(arguments);
        assertThat(run.exitCode()).as(run.output()).isZero();
        return run;
    }

    private static JsonText json(Run run) {
        return JsonText.parse(run.output());
    }

    private static void assertProblem(Answer answer, int status, String title) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().getString("title")).isEqualTo(title);
        assertThat(answer.json().getInt("status")).isEqualTo(status);
    }

    private static void assertSoonAllowed(DynamoDbClient client) {
        assertSoon(() -> refusal(client) == null);
    }

    private static void assertSoon(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 2_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static @Nullable String refusal(DynamoDbClient client) {
        try {
            client.listTables();
            return null;
        } catch (DynamoDbException e) {
            return e.awsErrorDetails().errorCode();
        }
    }
}
