package org.extenddb.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.extenddb.it.admin.Expectations.assertProblem;
import static org.extenddb.it.admin.Expectations.assertSoon;
import static org.extenddb.it.admin.Expectations.refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.extenddb.it.admin.CommandLineProgram.Run;
import org.extenddb.it.api.AwsClient;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The administration of a running server by the command line. */
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
        assertProblem(rest.send("POST", "accounts/" + id + "/root-access-keys", "{}"), 403, "AccessDenied");
    }

    @Test
    void verify_everythingIsWhole() {
        assertThat(done("verify").output()).contains("indexes").doesNotContain("false");
    }

    private Run done(String... arguments) {
        Run run = program.run(arguments);
        assertThat(run.exitCode()).as(run.output()).isZero();
        return run;
    }

    private static JsonText json(Run run) {
        return JsonText.parse(run.output());
    }

    private static void assertSoonAllowed(DynamoDbClient client) {
        assertSoon(() -> refusal(client) == null);
    }
}
