package org.extenddb.core.iam;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.jspecify.annotations.Nullable;

/** Requests of a user called bob. */
final class Requests {
    private static final AccountId ACCOUNT = new AccountId("123456789012");

    private Requests() {}

    static Caller bob(PolicyDocument... identity) {
        Principal.User user = new Principal.User(
                ACCOUNT, "arn:aws:iam::123456789012:user/bob", "bob", "AIDAEXAMPLEBOB", Map.of("Team", "Red"), null);
        List<NamedPolicy> policies =
                Arrays.stream(identity).map(d -> new NamedPolicy("test", d)).toList();
        return new Caller(user, "AKID", new PrincipalPolicies(policies, null, List.of()));
    }

    static RequestContext context() {
        return new RequestContext(
                "203.0.113.7", true, "test", null, Instant.parse("2026-05-01T12:00:00Z"), new Region("us-east-1"));
    }

    static AccessRequest access(Map<String, List<String>> keys) {
        return new AccessRequest(
                "dynamodb:GetItem", "arn:aws:dynamodb:us-east-1:123456789012:table/T", new AccessDetails() {
                    @Override
                    public @Nullable List<String> values(String key) {
                        return keys.get(key);
                    }
                });
    }

    static Decision decide(PolicyDocument policy, Map<String, List<String>> keys) {
        return Evaluator.decide(bob(policy), access(keys), context());
    }
}
