package org.extenddb.core.iam.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.extenddb.core.testing.Seeds;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class WildcardTest {
    private static final int RUNS = 20_000;

    @Test
    void matches_anything_agreesWithTheDefinition() {
        Seeds.forEach(RUNS, random -> {
            String pattern = text(random, "ab*?", 8);
            String text = text(random, "abc", 10);

            assertThat(TextPattern.wildcards(pattern).matches(text))
                    .as("%s %s", pattern, text)
                    .isEqualTo(defined(pattern, text));
        });
    }

    /** Backtracking would take longer than the universe has. */
    @Test
    void matches_patternMadeToBeSlow_isQuick() {
        String pattern = "*a".repeat(1_000) + "b";
        String text = "a".repeat(4_000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(TextPattern.wildcards(pattern).matches(text)).isFalse());
    }

    /** Parts that stood in one another would take more stack than there is. */
    @Test
    void match_manyVariables_isQuick() {
        TextPattern pattern = TextPattern.of("${a:b}x".repeat(50_000), PatternSyntax.WILDCARDS_AND_VARIABLES);

        assertThat(pattern.match("cx".repeat(50_000), key -> List.of("c"))).isEqualTo(TextPattern.Match.YES);
    }

    private static String text(Random random, String alphabet, int maxLength) {
        return random.ints(random.nextInt(maxLength + 1), 0, alphabet.length())
                .collect(StringBuilder::new, (sb, i) -> sb.append(alphabet.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** What wildcards mean, without a thought of speed. */
    private static boolean defined(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        String rest = pattern.substring(1);
        if (pattern.charAt(0) == '*') {
            return defined(rest, text) || !text.isEmpty() && defined(pattern, text.substring(1));
        }
        return !text.isEmpty()
                && (pattern.charAt(0) == '?' || pattern.charAt(0) == text.charAt(0))
                && defined(rest, text.substring(1));
    }
}
