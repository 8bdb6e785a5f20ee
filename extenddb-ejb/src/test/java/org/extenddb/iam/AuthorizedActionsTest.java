package org.extenddb.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.PolicyAuthorizer;
import org.extenddb.auth.ResourcePolicies;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.model.Region;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.junit.jupiter.api.Test;

/** Actions of IAM behind the authorizer that goes by policies. */
class AuthorizedActionsTest {
    private static final String OF_AWS = "PolicyArn=arn:aws:iam::aws:policy/ReadOnlyAccess";
    private static final String ALLOW = "{'Effect':'Allow','Action':'*','Resource':'*'}";

    private static IamServer server(Caller caller) {
        Backend backend = MemoryBackend.create();
        return new IamServer(
                (request, service) -> new Authenticated(caller, new Region("us-east-1")),
                new PolicyAuthorizer(backend.tables(), new ResourcePolicies()));
    }

    private static Caller root() {
        return Caller.root(IamServer.ACCOUNT, "AKIAROOT");
    }

    private static Caller user(String statements) {
        Principal.User user =
                new Principal.User(IamServer.ACCOUNT, "arn:aws:iam::111122223333:user/u", "u", "AIDAU", Map.of(), null);
        String document = "{'Version':'2012-10-17','Statement':[" + statements + "]}";
        NamedPolicy policy = new NamedPolicy("p", PolicyDocument.parse(document.replace('\'', '"')));
        return new Caller(user, "AKIAU", new PrincipalPolicies(List.of(policy), null, List.of()));
    }

    @Test
    void policyOfAws_canBeReadAndNotChanged() {
        for (Caller caller : List.of(root(), user(ALLOW))) {
            IamServer server = server(caller);
            assertThat(server.answer("GetPolicy", OF_AWS)).startsWith("< <Policy>");
            assertThat(server.answer("GetPolicyVersion", OF_AWS + "&VersionId=v1"))
                    .startsWith("< <PolicyVersion>");
            assertThat(server.answer("ListPolicyVersions", OF_AWS)).startsWith("< <Versions>");
            assertThat(server.answer("DeletePolicy", OF_AWS))
                    .isEqualTo("! 403 AccessDenied Cannot perform the operation on an AWS managed policy.");
        }
    }

    @Test
    void policyOfAws_withoutPermission_cannotBeRead() {
        String other = "{'Effect':'Allow','Action':'s3:*','Resource':'*'}";
        assertThat(server(user(other)).answer("GetPolicy", OF_AWS)).startsWith("! 403 AccessDenied User: ");
    }

    @Test
    void policyOfAnotherAccount_staysForeign() {
        assertThat(server(root()).answer("GetPolicy", "PolicyArn=arn:aws:iam::999999999999:policy/p"))
                .startsWith("! 403 AccessDenied User: ");
    }
}
