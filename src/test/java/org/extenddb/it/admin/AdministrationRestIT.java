package org.extenddb.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.extenddb.it.admin.Expectations.assertEventually;
import static org.extenddb.it.admin.Expectations.assertProblem;
import static org.extenddb.it.admin.Expectations.assertSoon;
import static org.extenddb.it.admin.Expectations.assertStale;

import java.io.IOException;
import java.util.UUID;
import org.extenddb.it.admin.Rest.Answer;
import org.extenddb.it.api.AwsClient;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The administration REST of a running server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationRestIT {
    private final ServerUnderTest server = ServerUnderTest.started();
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final Rest rest = Rest.signedIn(server);
    private final String account = rest.send("POST", "accounts", "{\"name\":\"rest-" + suffix + "\"}")
            .json()
            .getJsonObject("account")
            .getString("accountId");

    @Test
    void entities_ofAPolicy_comePageByPage() {
        String inAccount = "accounts/" + account + "/";
        String policy = rest.send(
                        "POST",
                        inAccount + "policies",
                        "{\"name\":\"shared\",\"policyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":"
                                + "{\"Effect\":\"Allow\",\"Action\":\"dynamodb:*\",\"Resource\":\"*\"}}}")
                .json()
                .getString("arn");
        for (String group : new String[] {"brass", "reeds"}) {
            rest.send("POST", inAccount + "groups", "{\"name\":\"" + group + "\"}");
            assertThat(rest.send(
                                    "POST",
                                    inAccount + "groups/" + group + "/attached-policies",
                                    "{\"policyArn\":\"" + policy + "\"}")
                            .status())
                    .isEqualTo(204);
        }

        String entities = inAccount + "policies/shared/entities?limit=1";
        Answer first = rest.get(entities);
        Answer second = rest.get(entities + "&next=" + first.json().getString("next"));
        assertThat(first.body())
                .contains("\"kind\":\"Group\",\"name\":\"brass\"")
                .doesNotContain("reeds");
        assertThat(second.body()).contains("\"name\":\"reeds\"").doesNotContain("brass", "next");
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
    void token_thatIsNone_standsInTheAuditLogWithoutItself() {
        String forged = "forged-" + suffix;
        assertProblem(new Rest(server, forged).get("accounts/" + account + "/users/none"), 401, "Unauthenticated");
        assertProblem(new Rest(server, null).send("DELETE", "accounts/" + account, null), 401, "Unauthenticated");

        assertEventually(() -> denied("GET").contains("\"accounts/" + account + "/users/none\""));
        assertEventually(() -> denied("DELETE").contains("\"accounts/" + account + "\""));
        assertThat(denied("")).contains("UNAUTHENTICATED").doesNotContain(forged);
    }

    private String denied(String method) {
        return rest.get("audit?limit=1000&outcome=DENIED&action=admin:" + method)
                .body();
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
                .satisfies(job -> {
                    assertThat(job.getString("kind")).isEqualTo("CREATE_BACKUP");
                    String one = "jobs/" + job.getString("id");
                    assertThat(rest.get(one).tag()).isNotNull();
                    assertStale(rest.send("DELETE", one, null, "If-Match", "\"000000000000000000000000\""));
                });
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
        assertSoon(() -> rest.get("audit?outcome=DENIED&actor=arn:aws:iam::" + account + ":user/lena")
                .body()
                .contains("accounts/000000000000/users"));

        rest.send(
                "PUT",
                user + "/lena/policies/look",
                "{\"policyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                        + "\"Action\":\"iam:ListUsers\",\"Resource\":\"*\"}}}");
        assertSoon(() -> lena.get(user).status() == 200);
        rest.send("PATCH", user + "/lena", "{\"name\":\"lena\"}", "If-Match", "*");
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
}
