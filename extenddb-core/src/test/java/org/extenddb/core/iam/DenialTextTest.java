package org.extenddb.core.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AccountId;
import org.junit.jupiter.api.Test;

/** The texts of AccessDeniedException. */
class DenialTextTest {
    private static final AccountId ACCOUNT = new AccountId("123456789012");
    private static final String ALLOW_ALL =
            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
    private static final String DENY_ALL = ALLOW_ALL.replace("Allow", "Deny");
    private static final String TEXT = "User: arn:aws:iam::123456789012:user/bob is not authorized to perform:"
            + " dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:123456789012:table/T";

    private static String denial(Caller caller) {
        return ((Decision.Denied) Evaluator.decide(caller, Requests.access(Map.of()), Requests.context())).message();
    }

    private static NamedPolicy policy(String json) {
        return new NamedPolicy("p", PolicyDocument.parse(json));
    }

    private static Caller bob(PrincipalPolicies policies) {
        return new Caller(Requests.bob().principal(), "AKID", policies);
    }

    @Test
    void message_nothingAllows_namesTheIdentityPolicies() {
        assertThat(denial(Requests.bob()))
                .isEqualTo(TEXT + " because no identity-based policy allows the dynamodb:GetItem action");
    }

    @Test
    void message_identityDenies_saysSo() {
        assertThat(denial(Requests.bob(PolicyDocument.parse(DENY_ALL))))
                .isEqualTo(TEXT + " with an explicit deny in an identity-based policy");
    }

    @Test
    void message_boundary_isNamed() {
        String other = ALLOW_ALL.replace("\"*\",\"R", "\"s3:*\",\"R");

        assertThat(denial(bob(new PrincipalPolicies(List.of(policy(ALLOW_ALL)), policy(other), List.of()))))
                .isEqualTo(TEXT + " because no permissions boundary allows the dynamodb:GetItem action");
        assertThat(denial(bob(new PrincipalPolicies(List.of(policy(ALLOW_ALL)), policy(DENY_ALL), List.of()))))
                .isEqualTo(TEXT + " with an explicit deny in a permissions boundary");
    }

    @Test
    void message_ofASession_namesTheSession() {
        Principal role = new Principal.AssumedRole(
                ACCOUNT,
                "arn:aws:iam::123456789012:role/App",
                "App",
                "AROAEXAMPLE",
                "job-7",
                Map.of(),
                new SessionToken(Instant.EPOCH, false));
        PrincipalPolicies policies = new PrincipalPolicies(List.of(policy(ALLOW_ALL)), null, List.of(policy(DENY_ALL)));

        assertThat(denial(new Caller(role, "ASIA", policies)))
                .isEqualTo("User: arn:aws:sts::123456789012:assumed-role/App/job-7 is not authorized to perform:"
                        + " dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:123456789012:table/T"
                        + " with an explicit deny in a session policy");
    }
}
