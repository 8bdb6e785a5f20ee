package org.extenddb.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.extenddb.core.wire.WireResponse;
import org.extenddb.engine.GoldenFile;
import org.extenddb.engine.GoldenFile.Session;
import org.extenddb.engine.GoldenFile.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text and every shape of the table operations, through the whole pipeline. */
class TableOperationsGoldenTest {
    /** An answer that another session shows. */
    private static final String ANY = "< *";

    static Stream<Session> sessions() {
        return GoldenFile.beside(TableOperationsGoldenTest.class).stream()
                .map(file -> GoldenFile.read(TableOperationsGoldenTest.class, file))
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sessions")
    void session_isAnsweredAsRecorded(Session session) {
        TableServer server = new TableServer();
        assertThat(session.steps()).isNotEmpty();

        for (Step step : session.steps()) {
            WireResponse response = server.post(step.operation(), step.json());
            if (step.expected().strip().equals(ANY)) {
                assertThat(response.status())
                        .as(step.operation() + " " + step.json())
                        .isEqualTo(200);
            } else {
                assertThat(shown(response).stripTrailing())
                        .as(step.operation() + " " + step.json())
                        .isEqualTo(step.expected().stripTrailing());
            }
        }
    }

    static String shown(WireResponse response) {
        String body = new String(response.body(), StandardCharsets.UTF_8)
                .replaceAll("\"TableId\":\"[0-9a-f-]{36}\"", "\"TableId\":\"ID\"")
                .replaceAll("[0-9-]{10}T[0-9:.]{12}\"", "LABEL\"")
                .replaceAll("'[0-9-]{10}T[0-9:]{8}Z'", "'TIME'")
                .replaceAll("/backup/[0-9]{14}-[0-9a-f]{8}", "/backup/ID")
                .replaceAll("/(export|import)/[0-9]{14}-[0-9a-f]{8}", "/$1/ID")
                .replaceAll("(\"NextToken\":\")[0-9a-f]{112}\"", "$1TOKEN\"")
                .replaceAll("((Start|Export|Date)Time\":)[0-9.]+(E9)?", "$1TIME");
        if (response.status() == 200) {
            return "< " + body;
        }
        String type = body.replaceAll("^\\{\"__type\":\"[^#]*#([A-Za-z]+)\".*", "$1");
        String message = body.replaceAll("^.*\"[mM]essage\":\"(.*)\"\\}$", "$1");
        return "! " + type + " " + message;
    }
}
