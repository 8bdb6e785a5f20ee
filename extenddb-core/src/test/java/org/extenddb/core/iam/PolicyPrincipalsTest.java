package org.extenddb.core.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyPrincipalsTest {
    private static final String NINA = "arn:aws:iam::111122223333:user/team/nina";
    private static final String READER = "arn:aws:iam::111122223333:role/reader";

    @Test
    void names_areThoseOfPrincipalsAlone() {
        assertThat(PolicyPrincipals.names("""
                {"Statement":[{"Principal":{"AWS":["%s","111122223333","*"],"Service":"%s"},"Resource":"%s",
                "Condition":{"ArnEquals":{"aws:PrincipalArn":"%s"},"AWS":{"AWS":"%s"}}},
                {"NotPrincipal":{"AWS":"AIDAEXAMPLEEXAMPLE123"}},
                {"Principal":{"AWS":"arn:aws:sts::111122223333:assumed-role/reader/me"}}]}""".formatted(NINA, READER, READER, READER, READER)))
                .containsExactly(NINA, "AIDAEXAMPLEEXAMPLE123");
        assertThat(PolicyPrincipals.names("{\"Statement\":{\"Principal\":{\"AWS\":\"" + READER + "\"}}}"))
                .containsExactly(READER);
    }

    @Test
    void replace_leavesTheRestToTheLetter() {
        String policy = "{ \"Id\" : \"" + NINA + "\",\n\t\"Statement\":[ {\"Principal\":{\"AWS\": [ \"" + NINA
                + "\" ,\"" + READER + "\"]},\"Action\":\"\\u0073ts:AssumeRole\"} ] }\n";

        String replaced = PolicyPrincipals.replace(policy, name -> name.equals(NINA) ? "A\"B" : name);

        assertThat(replaced).isEqualTo(policy.replace("[ \"" + NINA + "\"", "[ \"A\\\"B\""));
        assertThat(PolicyPrincipals.replace(policy, name -> name)).isSameAs(policy);
    }

    /** The parser reads long texts in pieces. */
    @Test
    void replace_farBehind_findsThePlace() {
        String blanks = " ".repeat(70_000);
        String policy = "{\"Statement\":" + blanks + "{\"Principal\":{\"AWS\":\"" + NINA + "\"}}" + blanks + "}";

        assertThat(PolicyPrincipals.replace(policy, name -> "AIDA")).isEqualTo(policy.replace(NINA, "AIDA"));
    }

    /** A policy with an ARN that is written with escapes is the same policy. */
    @Test
    void replace_escapedName_isFound() {
        String policy = "{\"Statement\":{\"Principal\":{\"AWS\":\"" + NINA.replace("/", "\\/") + "\"}}}";

        assertThat(PolicyPrincipals.replace(policy, name -> name.equals(NINA) ? "AIDA" : name))
                .isEqualTo("{\"Statement\":{\"Principal\":{\"AWS\":\"AIDA\"}}}");
    }
}
