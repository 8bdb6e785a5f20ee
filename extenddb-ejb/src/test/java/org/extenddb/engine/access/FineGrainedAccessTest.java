package org.extenddb.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays {@code attacks.golden}: {@code policy} begins one, which ends with an empty line and is bob's from then on; {@code deny} and
 * {@code allow} are his requests and what is to come of them. Whatever is denied has to be let through where bob may do everything.
 */
class FineGrainedAccessTest {
    private static final String ALL = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
    private static final String DENIED = "AccessDeniedException";

    private record Attempt(String policy, boolean denied, String operation, String json) {
        @Override
        public String toString() {
            return (denied ? "deny " : "allow ") + operation + " " + json;
        }
    }

    static Stream<Attempt> attempts() {
        try (InputStream in = FineGrainedAccessTest.class.getResourceAsStream("attacks.golden")) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .iterator())
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Attempt> read(Iterator<String> lines) {
        List<Attempt> attempts = new ArrayList<>();
        String policy = ALL;
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.equals("policy")) {
                StringBuilder json = new StringBuilder();
                for (String more = lines.next(); !more.isBlank(); more = lines.next()) {
                    json.append(more);
                }
                policy = json.toString();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" ", 3);
                attempts.add(new Attempt(policy, words[0].equals("deny"), words[1], words[2]));
            }
        }
        return attempts;
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void request_isLetThroughOrNot(Attempt attempt) {
        GuardedServer server = new GuardedServer();
        server.becomes(GuardedServer.ACCOUNT, "bob", attempt.policy());

        String answer = server.answer(attempt.operation(), attempt.json());
        server.becomes(GuardedServer.ACCOUNT, "bob", ALL);
        String byRight = server.answer(attempt.operation(), attempt.json());

        assertThat(answer.contains(DENIED)).as(answer).isEqualTo(attempt.denied());
        assertThat(attempt.denied() || !answer.contains("\"__type\""))
                .as(answer)
                .isTrue();
        assertThat(byRight).doesNotContain(DENIED);
        assertThat(byRight.contains("Exception") && !byRight.contains("ConditionalCheckFailed"))
                .as(byRight)
                .isFalse();
        if (attempt.denied()) {
            assertThat(answer)
                    .contains("User: arn:aws:iam::123456789012:user/bob is not authorized to perform: dynamodb:");
        }
    }
}
