package org.extenddb.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.wire.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of a request's steps. */
class RequestPipelineTest {
    private final StepPipeline steps = new StepPipeline();

    @Test
    void handle_everyStepPasses_runsThemInTheProtocolsOrder() {
        WireResponse response = steps.handle(StepPipeline.GOOD);

        assertThat(steps.operation.steps)
                .containsExactly("authenticate", "decode", "validate", "resources", "authorize", "execute", "encode");
        assertThat(response.status()).isEqualTo(200);
        assertThat(StepPipeline.text(response)).isEqualTo("{\"Result\":\"decoded validated executed for AKIDTEST\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authenticate", "decode", "validate", "resources", "authorize", "execute"})
    void handle_aStepRefuses_noLaterStepRuns(String step) {
        steps.operation.failAt(step, DynamoDbException.validation("from " + step));

        WireResponse response = steps.handle(StepPipeline.GOOD);

        assertThat(steps.operation.steps).endsWith(step);
        assertThat(response.status()).isEqualTo(400);
        assertThat(StepPipeline.text(response))
                .isEqualTo("{\"__type\":\"com.amazon.coral.validate#ValidationException\",\"message\":\"from " + step
                        + "\"}");
    }

    // ---- a table that changes meanwhile

    @Test
    void handle_tableChangedDuringTheWrite_executesAgain() {
        steps.operation.failAt("execute", new TableChangedException(new TableLayout(1, 7, List.of())), 3);

        WireResponse response = steps.handle(StepPipeline.GOOD);

        assertThat(steps.operation.steps)
                .containsExactly(
                        "authenticate",
                        "decode",
                        "validate",
                        "resources",
                        "authorize",
                        "execute",
                        "execute",
                        "execute",
                        "execute",
                        "encode");
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void handle_tableChangesForEver_isAnInternalServerError() {
        steps.operation.failAt("execute", new TableChangedException(new TableLayout(1, 7, List.of())));

        assertThat(steps.handle(StepPipeline.GOOD).status()).isEqualTo(500);
        assertThat(steps.operation.steps).filteredOn("execute"::equals).hasSize(10);
    }

    @Test
    void handle_unknownTargetAndBadSignature_targetWins() {
        steps.operation.failAt("authenticate", DynamoDbException.of(ErrorCode.INVALID_SIGNATURE, "bad"));

        StepPipeline.assertUnknownOperation(steps.handle(WireRequests.post("DynamoDB_20120810.Stepp", "{}")));
    }

    @Test
    void handle_badSignatureAndBadJson_signatureWins() {
        steps.operation.failAt("authenticate", DynamoDbException.of(ErrorCode.INVALID_SIGNATURE, "bad"));

        WireResponse response = steps.handle(WireRequests.post(StepPipeline.TARGET, "{"));

        assertThat(StepPipeline.text(response)).contains("InvalidSignatureException");
    }

    @Test
    void handle_badJsonAndNoAccess_jsonWins() {
        steps.operation.failAt("authorize", DynamoDbException.of(ErrorCode.ACCESS_DENIED, "no"));

        assertThat(StepPipeline.text(steps.handle(WireRequests.post(StepPipeline.TARGET, "{"))))
                .isEqualTo("{\"__type\":\"com.amazon.coral.service#SerializationException\"}");
    }
}
