package org.extenddb.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.SessionClaims;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.iam.SessionToken;
import org.extenddb.core.model.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The source identity of a session that is assumed from another. */
class SourceIdentityTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/";
    private static final String ALLOW = "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}";
    private static final String DENIED = "! 403 AccessDenied User:"
            + " arn:aws:sts::111122223333:assumed-role/first/session is not authorized to perform:"
            + " sts:SetSourceIdentity on resource: " + ROLE;

    private final AtomicReference<Authenticated> sender = new AtomicReference<>(
            new Authenticated(Caller.root(IamServer.ACCOUNT, "AKIAROOT"), new Region("us-east-1")));
    private final IamServer server =
            new IamServer((request, service) -> sender.get(), (authenticated, context, requests) -> {});

    @BeforeEach
    void roles() {
        create("nina", trust("'sts:AssumeRole','sts:SetSourceIdentity'", "{'sts:SourceIdentity':'nina'}"));
        create("caller", trust("'sts:AssumeRole','sts:SetSourceIdentity'", "{'aws:SourceIdentity':'nina'}"));
        create("silent", trust("'sts:AssumeRole'", "{'sts:RoleSessionName':'session'}"));
        sender.set(chained("nina"));
    }

    private static String trust(String actions, String equal) {
        return "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'AWS':'*'},'Action':[" + actions
                + "],'Condition':{'StringEquals':" + equal + "}}]}";
    }

    private void create(String name, String trust) {
        String document = URLEncoder.encode(trust.replace('\'', '"'), StandardCharsets.UTF_8);
        assertThat(server.answer("CreateRole", "RoleName=" + name + "&AssumeRolePolicyDocument=" + document))
                .startsWith("< <Role>");
    }

    private static Authenticated chained(String sourceIdentity) {
        Instant now = Instant.now();
        Principal first = new Principal.AssumedRole(
                IamServer.ACCOUNT,
                ROLE + "first",
                "first",
                "AROAFIRST",
                "session",
                Map.of(),
                new SessionToken(now, false, sourceIdentity));
        NamedPolicy all = new NamedPolicy("all", PolicyDocument.parse(ALLOW.replace('\'', '"')));
        SessionClaims claims = new SessionClaims(
                "ASIAFIRST",
                "secret",
                IamServer.ACCOUNT,
                "AROAFIRST",
                "session",
                null,
                List.of(),
                Map.of(),
                Set.of(),
                sourceIdentity,
                now,
                now.plusSeconds(900));
        Caller caller = new Caller(first, "ASIAFIRST", new PrincipalPolicies(List.of(all), null, List.of()));
        return new Authenticated(caller, new Region("us-east-1"), claims);
    }

    private String assume(String role, String more) {
        return server.answer("AssumeRole", "RoleArn=" + ROLE + role + "&RoleSessionName=session" + more);
    }

    @Test
    void inherited_isWhatPoliciesSee() {
        assertThat(assume("nina", "")).endsWith("<SourceIdentity>nina</SourceIdentity>");
        assertThat(assume("caller", "")).endsWith("<SourceIdentity>nina</SourceIdentity>");
        sender.set(chained("eve"));
        assertThat(assume("nina", "")).startsWith("! 403 AccessDenied ");
        assertThat(assume("caller", "")).startsWith("! 403 AccessDenied ");
    }

    @Test
    void inherited_cannotBeChanged() {
        assertThat(assume("nina", "&SourceIdentity=nina")).endsWith("<SourceIdentity>nina</SourceIdentity>");
        assertThat(assume("nina", "&SourceIdentity=eve")).isEqualTo(DENIED + "nina");
    }

    @Test
    void inherited_needsPermissionToBeSet() {
        assertThat(assume("silent", "")).isEqualTo(DENIED + "silent");
    }
}
