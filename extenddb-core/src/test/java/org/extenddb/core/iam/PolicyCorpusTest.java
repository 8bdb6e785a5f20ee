package org.extenddb.core.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.extenddb.core.testing.GoldenLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What AWS documents of policies, case by case; the cases stand in the files beside this class. */
class PolicyCorpusTest {
    private static final List<String> FILES = List.of(
            "elements.golden", "layers.golden", "resource-policies.golden", "fine-grained.golden", "trust.golden");
    private static final int LEAST = 300;

    static Stream<Corpus.Case> decisions() {
        return FILES.stream().flatMap(Corpus::cases);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decide_isAsDocumented(Corpus.Case c) {
        assertThat(outcome(c.decide())).isEqualTo(c.expected());
    }

    /** The explanation has to name a statement that decided, where one did. */
    @ParameterizedTest
    @MethodSource("decisions")
    void explain_namesTheDecidingStatements(Corpus.Case c) {
        if (c.trust() != null) {
            return;
        }
        Explanation explanation = Evaluator.explain(c.caller(), c.access(), c.request(), key -> null);

        assertThat(outcome(explanation.decision())).isEqualTo(c.expected());
        boolean byStatement = !c.expected().startsWith("no ");
        if (!(c.caller().principal() instanceof Principal.Root)) {
            assertThat(explanation.deciding().isEmpty()).isEqualTo(!byStatement);
        }
    }

    static Stream<Arguments> conditions() {
        return GoldenLines.of(PolicyCorpusTest.class, "conditions.golden");
    }

    /** {@code EFFECT OPERATOR [policy values] REQUEST VALUES}, the latter without brackets when the key is absent. */
    @ParameterizedTest
    @MethodSource("conditions")
    void condition_holdsAsDocumented(String given, String expected) {
        String[] words = given.strip().split(" +", 3);
        List<List<String>> lists = Arrays.stream(words[2].split("\\] *"))
                .map(list -> list.strip().replaceFirst("^\\[", ""))
                .filter(list -> !list.equals("absent"))
                .map(list -> Arrays.asList(list.split(", ")))
                .toList();
        String values = lists.get(0).stream().map(v -> '"' + v + '"').collect(Collectors.joining(","));
        boolean deny = words[0].equals("Deny");
        String conditional = "{\"Effect\":\"" + words[0] + "\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\""
                + words[1] + "\":{\"Test:Key\":[" + values + "]}}}";
        PolicyDocument policy = PolicyDocument.parse("{\"Version\":\"2012-10-17\",\"Statement\":["
                + (deny ? "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}," : "") + conditional + "]}");
        Map<String, List<String>> keys = lists.size() < 2 ? Map.of() : Map.of("test:key", lists.get(1));

        Decision decision = Requests.decide(policy, keys);

        assertThat(outcome(decision))
                .isEqualTo(expected.equals("allow") ? "allow" : deny ? "deny identity" : "no identity");
    }

    static Stream<Arguments> malformed() {
        return GoldenLines.of(PolicyCorpusTest.class, "malformed.golden");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void parse_malformed_isRefusedInAwsWords(String given, String expected) {
        String[] words = given.strip().split(" ", 2);
        if (expected.equals("taken")) {
            assertThat(PolicyDocument.parse(words[1], PolicyUse.valueOf(words[0]))
                            .statements())
                    .isNotEmpty();
            return;
        }
        assertThatThrownBy(() -> PolicyDocument.parse(words[1], PolicyUse.valueOf(words[0])))
                .isInstanceOf(MalformedPolicyException.class)
                .hasMessage(expected);
    }

    @Test
    void corpus_hasWhatWasPromised() {
        assertThat(decisions().count() + conditions().count()).isGreaterThanOrEqualTo(LEAST);
    }

    private static String outcome(Decision decision) {
        if (decision instanceof Decision.Denied denied) {
            return (denied.explicit() ? "deny " : "no ") + denied.by().name().toLowerCase(Locale.ROOT);
        }
        return "allow";
    }
}
