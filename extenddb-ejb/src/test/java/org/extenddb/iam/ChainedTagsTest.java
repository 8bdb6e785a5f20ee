package org.extenddb.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.SessionClaims;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.iam.SessionToken;
import org.extenddb.core.model.Region;
import org.junit.jupiter.api.Test;

/** Transitive tags of a session that another one is assumed from: they count as the request's own. */
class ChainedTagsTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/";
    private static final String TAG = "'sts:AssumeRole','sts:TagSession'";

    private Authenticated sender =
            new Authenticated(Caller.root(IamServer.ACCOUNT, "AKIAROOT"), new Region("us-east-1"));
    private final IamServer server =
            new IamServer((request, service) -> sender, (authenticated, context, requests) -> {});

    private void create(String name, String actions, String condition) {
        String trust = "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'AWS':['" + chainedId()
                + "']},'Action':[" + actions + "]" + condition + "}]}";
        String document = URLEncoder.encode(trust.replace('\'', '"'), StandardCharsets.UTF_8);
        assertThat(server.answer("CreateRole", "RoleName=" + name + "&AssumeRolePolicyDocument=" + document))
                .startsWith("< <Role>");
    }

    private static String chainedId() {
        return "arn:aws:sts::111122223333:assumed-role/first/session";
    }

    private static Authenticated chained() {
        Instant now = Instant.now();
        Principal first = new Principal.AssumedRole(
                IamServer.ACCOUNT,
                ROLE + "first",
                "first",
                "AROAFIRST",
                "session",
                Map.of("Team", "jazz", "Own", "x"),
                new SessionToken(now, false));
        SessionClaims claims = new SessionClaims(
                "ASIAFIRST",
                "secret",
                IamServer.ACCOUNT,
                "AROAFIRST",
                "session",
                null,
                List.of(),
                Map.of("Team", "jazz", "Own", "x"),
                Set.of("team"),
                null,
                now,
                now.plusSeconds(900));
        return new Authenticated(
                new Caller(first, "ASIAFIRST", PrincipalPolicies.NONE), new Region("us-east-1"), claims);
    }

    private String assume(String role) {
        return server.answer("AssumeRole", "RoleArn=" + ROLE + role + "&RoleSessionName=next");
    }

    @Test
    void inherited_needTagSession() {
        create("untagged", "'sts:AssumeRole'", "");
        create("tagged", TAG, "");

        sender = chained();
        assertThat(assume("untagged"))
                .startsWith("! 403 AccessDenied")
                .contains("is not authorized to perform: sts:TagSession on resource: " + ROLE + "untagged");
        assertThat(assume("tagged")).startsWith("< <Credentials>");
    }

    @Test
    void inherited_areWhatConditionsAskFor() {
        create("jazz", TAG, ",'Condition':{'StringEquals':{'aws:RequestTag/team':'jazz'}}");
        create("soul", TAG, ",'Condition':{'StringEquals':{'aws:RequestTag/team':'soul'}}");
        create("keys", TAG, ",'Condition':{'ForAllValues:StringEquals':{'aws:TagKeys':['Team']}}");
        create("own", TAG, ",'Condition':{'ForAnyValue:StringEquals':{'aws:TagKeys':['Own']}}");
        create("transitive", TAG, ",'Condition':{'ForAnyValue:StringEquals':{'sts:TransitiveTagKeys':['Team']}}");

        sender = chained();
        assertThat(assume("jazz")).startsWith("< <Credentials>");
        assertThat(assume("soul")).startsWith("! 403 AccessDenied");
        assertThat(assume("keys")).startsWith("< <Credentials>");
        assertThat(assume("own")).startsWith("! 403 AccessDenied");
        assertThat(assume("transitive")).startsWith("< <Credentials>");
    }
}
