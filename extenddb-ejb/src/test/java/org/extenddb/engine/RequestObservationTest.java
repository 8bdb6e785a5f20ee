package org.extenddb.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.extenddb.core.wire.WireResponse;
import org.extenddb.telemetry.AnsweredRequest;
import org.junit.jupiter.api.Test;

/** What of a request is told to whoever watches. */
class RequestObservationTest {
    private final StepPipeline steps = new StepPipeline();

    @Test
    void handle_success_isObservedOnce() {
        WireResponse response = steps.handle(StepPipeline.GOOD);

        assertThat(steps.answered).hasSize(1);
        AnsweredRequest seen = steps.answered.get(0);
        assertThat(seen.requestId()).isEqualTo(response.requestId());
        assertThat(seen.operation()).isEqualTo("Step");
        assertThat(seen.caller()).isEqualTo(StepPipeline.SENDER.caller());
        assertThat(seen.error()).isNull();
        assertThat(seen.requestBytes()).isEqualTo(2);
        assertThat(seen.responseBytes()).isEqualTo(response.body().length);
    }

    @Test
    void handle_unknownTarget_isObservedWithoutAName() {
        steps.handle(WireRequests.post("DynamoDB_20120810.Made" + "Up", "{}"));

        assertThat(steps.answered).hasSize(1);
        assertThat(steps.answered.get(0).operation()).isNull();
        assertThat(steps.answered.get(0).error()).isEqualTo("UnknownOperationException");
    }

    @Test
    void handle_requestId_looksLikeAws() {
        assertThat(steps.handle(StepPipeline.GOOD).requestId()).matches("[A-Z0-9]{52}");
        assertThat(steps.handle(StepPipeline.GOOD).requestId())
                .isNotEqualTo(steps.handle(StepPipeline.GOOD).requestId());
    }
}
