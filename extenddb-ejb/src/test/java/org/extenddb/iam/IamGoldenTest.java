package org.extenddb.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.extenddb.engine.GoldenFile;
import org.extenddb.engine.GoldenFile.Session;
import org.extenddb.engine.GoldenFile.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole answers, as AWS gives them: {@code > Action form}, {@code < members} or {@code ! status code text}. */
class IamGoldenTest {
    private static Stream<Session> sessions() {
        return Stream.of("identities.golden", "policies.golden", "keys.golden", "sts.golden")
                .flatMap(file -> GoldenFile.read(IamGoldenTest.class, file).stream());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void answers_areAws(Session session) {
        IamServer server = IamServer.ofRoot();
        List<String> answers = session.steps().stream()
                .map(step -> step.operation() + " " + step.json() + "\n" + server.answer(step.operation(), step.json()))
                .toList();
        assertThat(answers)
                .containsExactlyElementsOf(session.steps().stream()
                        .map((Step step) -> step.operation() + " " + step.json() + "\n" + step.expected())
                        .toList());
    }
}
