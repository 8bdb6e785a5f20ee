package org.extenddb.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.extenddb.it.admin.Expectations.assertProblem;
import static org.extenddb.it.admin.Expectations.assertStale;

import java.util.UUID;
import org.extenddb.it.admin.Rest.Answer;
import org.extenddb.it.server.ServerUnderTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Changes over REST that say which state is meant: nobody overwrites what it has not seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionalChangesIT {
    private final ServerUnderTest server = ServerUnderTest.started();
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final Rest rest = Rest.signedIn(server);
    private final String account = rest.send("POST", "accounts", "{\"name\":\"states-" + suffix + "\"}")
            .json()
            .getJsonObject("account")
            .getString("accountId");

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
    void key_changedFromAStaleState_isRefusedAndStays() {
        String keys = "accounts/" + account + "/users/oscar/access-keys";
        rest.send("POST", "accounts/" + account + "/users", "{\"name\":\"oscar\"}");
        Answer made = rest.send("POST", keys, "{}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String key = keys + "/" + made.json().getString("accessKeyId");
        assertThat(rest.get(key).tag()).isEqualTo(made.tag());
        assertThat(rest.get(key).body()).doesNotContain(made.json().getString("secretAccessKey"));

        assertGuarded("PATCH", key, "{\"status\":\"Inactive\"}", made.tag());
        assertStale(rest.send("DELETE", key, null, "If-Match", String.valueOf(made.tag())));
        assertStale(rest.send("POST", key + "/rotate", null, "If-Match", String.valueOf(made.tag())));
        assertGuarded("POST", key + "/rotate", null, rest.get(key).tag());
        assertThat(rest.send("DELETE", key, null).status()).isEqualTo(204);
        assertProblem(rest.get(key), 404, "NoSuchEntity");
    }

    @Test
    void password_setByAnotherMeanwhile_isNotOverwritten() {
        String profile = "accounts/" + account + "/users/chet/login-profile";
        rest.send("POST", "accounts/" + account + "/users", "{\"name\":\"chet\"}");
        rest.send("POST", profile, "{\"password\":\"Chet-Baker-1929\"}");
        String first = rest.get(profile).tag();
        assertThat(rest.get(profile).tag()).isEqualTo(first);

        assertGuarded("PUT", profile, "{\"password\":\"Lets-Get-Lost-88\"}", first);
        assertStale(rest.send("DELETE", profile, null, "If-Match", String.valueOf(first)));
        assertGuarded("DELETE", profile, null, rest.get(profile).tag());
    }

    @Test
    void members_changedByAnotherMeanwhile_areNotChanged() {
        for (String user : new String[] {"art", "bill"}) {
            rest.send("POST", "accounts/" + account + "/users", "{\"name\":\"" + user + "\"}");
        }
        rest.send("POST", "accounts/" + account + "/groups", "{\"name\":\"trio\"}");
        String members = "accounts/" + account + "/groups/trio/members";
        String nobody = rest.get(members).tag();

        assertGuarded("PUT", members + "/art", null, nobody);
        assertStale(rest.send("PUT", members + "/bill", null, "If-Match", String.valueOf(nobody)));
        assertThat(rest.send("PUT", members + "/bill", null).status()).isEqualTo(204);
        String both = rest.get(members).tag();
        assertThat(rest.get(members + "?limit=1").tag()).isEqualTo(both);
        assertGuarded("DELETE", members + "/art", null, both);
        assertThat(rest.get(members).json().getJsonArray("items")).hasSize(1);
    }

    @Test
    void attachedPolicies_changedByAnotherMeanwhile_areNotChanged() {
        rest.send("POST", "accounts/" + account + "/groups", "{\"name\":\"brass\"}");
        String attached = "accounts/" + account + "/groups/brass/attached-policies";
        String policy = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        String nothing = rest.get(attached).tag();

        assertGuarded("POST", attached, "{\"policyArn\":\"" + policy + "\"}", nothing);
        assertStale(rest.send("DELETE", attached + "?arn=" + policy, null, "If-Match", String.valueOf(nothing)));
        assertThat(rest.get(attached).body()).contains(policy);
        assertGuarded(
                "DELETE", attached + "?arn=" + policy, null, rest.get(attached).tag());
        assertThat(rest.get(attached).body()).doesNotContain(policy);
    }

    @Test
    void administrator_whoSetsAnotherUpAndShutsItOut_goesByStates() {
        String name = "second-" + suffix;
        String one = "administrators/" + name;
        Answer made = rest.send(
                "POST", "administrators", "{\"name\":\"" + name + "\",\"password\":\"given-" + suffix + "-x\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String chosen = "chosen-" + suffix + "-y";
        Answer session = new Rest(server, null)
                .send(
                        "POST",
                        "sessions",
                        "{\"name\":\"" + name + "\",\"password\":\"given-" + suffix + "-x\",\"newPassword\":\"" + chosen
                                + "\"}");
        Rest second = new Rest(server, session.json().getString("token"));
        assertThat(second.get("accounts").status()).isEqualTo(200);
        assertStale(rest.send("DELETE", one, null, "If-Match", String.valueOf(made.tag())));

        assertGuarded("PATCH", one, "{\"active\":false}", rest.get(one).tag());
        assertProblem(second.get("accounts"), 401, "Unauthenticated");
        assertProblem(second.send("POST", "sessions/renewal", null), 401, "Unauthenticated");
        assertProblem(new Rest(server, null).signIn(name, chosen), 401, "Unauthenticated");
        assertGuarded("DELETE", one, null, rest.get(one).tag());
    }

    @Test
    void account_closedFromAStaleState_staysOpen() {
        Answer made = rest.send("POST", "accounts", "{\"name\":\"guarded-" + suffix + "\"}");
        String one = "accounts/" + made.json().getJsonObject("account").getString("accountId");

        assertGuarded("PATCH", one, "{\"name\":\"renamed-" + suffix + "\"}", made.tag());
        assertStale(rest.send("DELETE", one, null, "If-Match", String.valueOf(made.tag())));
        assertThat(rest.get(one).json().getString("status")).isEqualTo("OPEN");
        assertGuarded("DELETE", one, null, rest.get(one).tag());
        assertThat(rest.get(one).json().getString("status")).isEqualTo("CLOSED");
    }

    @Test
    void setting_resetFromAStaleState_stays() {
        String setting = "settings/extenddb.quota.accountUnits";
        Answer found = rest.get(setting);
        assertGuarded("PUT", setting, "{\"value\":\"987654321\"}", found.tag());
        assertStale(rest.send("DELETE", setting, null, "If-Match", String.valueOf(found.tag())));
        assertThat(rest.get(setting).json().getString("value")).isEqualTo("987654321");
        assertGuarded("DELETE", setting, null, rest.get(setting).tag());
    }

    /** A wrong state is refused first, then the right one does. */
    private void assertGuarded(String method, String path, @Nullable String body, @Nullable String tag) {
        assertThat(tag).isNotNull();
        assertStale(rest.send(method, path, body, "If-Match", "\"000000000000000000000000\""));
        Answer done = rest.send(method, path, body, "If-Match", String.valueOf(tag));
        assertThat(done.status()).as(done.body()).isBetween(200, 204);
    }
}
