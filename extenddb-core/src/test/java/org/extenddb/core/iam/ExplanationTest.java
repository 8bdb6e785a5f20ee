package org.extenddb.core.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final PolicyDocument POLICY = PolicyDocument.parse("""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"dynamodb:*","Resource":"arn:aws:dynamodb:*:*:table/${aws:PrincipalTag/Project}T",
               "Condition":{"StringEquals":{"dynamodb:Select":"COUNT","aws:PrincipalTag/Team":"Red"}}},
              {"Effect":"Deny","Action":"dynamodb:GetItem","Resource":"*",
               "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"false"},"NumericLessThan":{"aws:MultiFactorAuthAge":"60"}}},
              {"Effect":"Deny","Action":"dynamodb:PutItem","Resource":"*",
               "Condition":{"StringEquals":{"dynamodb:ReturnValues":"NONE"}}}]}""");

    @Test
    void missing_statementsAboutTheAction_theirKeysAndVariablesThatAreNotThere() {
        Explanation explanation =
                Evaluator.explain(Requests.bob(POLICY), Requests.access(Map.of()), Requests.context(), key -> null);

        assertThat(explanation.missing())
                .containsExactlyInAnyOrder(
                        "aws:principaltag/project", "aws:MultiFactorAuthAge", "aws:MultiFactorAuthPresent");
    }

    @Test
    void missing_keyThatIsGiven_isNotAmongThem() {
        PolicyDocument policy = PolicyDocument.parse("""
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*",
                 "Condition":{"StringEquals":{"dynamodb:Select":"COUNT"}}}}""");

        assertThat(explain(policy, Map.of("dynamodb:select", List.of("COUNT"))).missing())
                .isEmpty();
        assertThat(explain(policy, Map.of()).missing()).containsExactly("dynamodb:Select");
    }

    @Test
    void decide_nobodySaidWhetherByTls_isNeitherTrueNorFalse() {
        PolicyDocument policy = PolicyDocument.parse("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},
                 {"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""");
        RequestContext said = Requests.context();
        RequestContext unsaid = new RequestContext("", null, null, null, said.time(), said.region());

        Explanation explanation =
                Evaluator.explain(Requests.bob(policy), Requests.access(Map.of()), unsaid, key -> null);

        assertThat(explanation.decision().isAllowed()).isTrue();
        assertThat(explanation.missing()).containsExactly("aws:SecureTransport");
    }

    @Test
    void explain_whatIsSaid_countsBeforeWhatTheRequestHas() {
        PolicyDocument policy = PolicyDocument.parse("""
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*",
                 "Condition":{"StringEquals":{"aws:username":"nina"}}}}""");

        assertThat(Evaluator.explain(
                                Requests.bob(policy),
                                Requests.access(Map.of()),
                                Requests.context(),
                                key -> key.equals("aws:username") ? List.of("nina") : null)
                        .decision()
                        .isAllowed())
                .isTrue();
        Explanation nobody = Evaluator.explain(
                Requests.bob(policy),
                Requests.access(Map.of()),
                Requests.context(),
                key -> key.equals("aws:username") ? List.of() : null);
        assertThat(nobody.decision().isAllowed()).isFalse();
        assertThat(nobody.missing()).containsExactly("aws:username");
    }

    private static Explanation explain(PolicyDocument policy, Map<String, List<String>> keys) {
        return Evaluator.explain(Requests.bob(policy), Requests.access(keys), Requests.context(), key -> null);
    }
}
