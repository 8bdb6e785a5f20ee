package org.extenddb.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.wire.WireResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What errors become, for clients and in the log. */
class RequestErrorsTest {
    private final StepPipeline steps = new StepPipeline();

    private Handler handler = new Capture(new ArrayList<>());
    private final Logger logger = Logger.getLogger("org.extenddb.request");

    @BeforeEach
    void quietLog() {
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void restoreLog() {
        logger.setUseParentHandlers(true);
        logger.removeHandler(handler);
    }

    @Test
    void handle_conditionFailedWithItem_answersTheItem() {
        steps.operation.failAt(
                "execute",
                DynamoDbException.conditionFailed(
                        "The conditional request failed", WireRequests.bytes("{\"pk\":{\"S\":\"a\"}}")));

        assertThat(StepPipeline.text(steps.handle(StepPipeline.GOOD)))
                .isEqualTo("{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\","
                        + "\"message\":\"The conditional request failed\",\"Item\":{\"pk\":{\"S\":\"a\"}}}");
    }

    @Test
    void handle_accessDenied_spellsMessageWithACapital() {
        steps.operation.failAt("authorize", DynamoDbException.of(ErrorCode.ACCESS_DENIED, "no"));

        assertThat(StepPipeline.text(steps.handle(StepPipeline.GOOD)))
                .isEqualTo("{\"__type\":\"com.amazon.coral.service#AccessDeniedException\",\"Message\":\"no\"}");
    }

    @Test
    void handle_unexpectedFailure_is500AndOneLogEntryWithTheCause() {
        IllegalStateException failure = new IllegalStateException("secret inside");
        steps.operation.failAt("execute", failure);
        List<LogRecord> log = new ArrayList<>();

        WireResponse response = logging(log, () -> steps.handle(StepPipeline.GOOD));

        assertInternalServerError(response);
        assertThat(log).hasSize(1);
        assertThat(log.get(0).getThrown()).isSameAs(failure);
        assertThat(log.get(0).getMessage()).startsWith("EXDB0201E").contains(response.requestId(), "Step");
    }

    @Test
    void handle_storageUnavailable_is500AndOneLogEntry() {
        steps.operation.failAt("execute", new StorageUnavailableException("down", new IOException("refused")));
        List<LogRecord> log = new ArrayList<>();

        WireResponse response = logging(log, () -> steps.handle(StepPipeline.GOOD));

        assertInternalServerError(response);
        assertThat(log).hasSize(1);
        assertThat(log.get(0).getMessage()).startsWith("EXDB0202E");
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 1"})
    void handle_clientError_isLoggedOnlyWhenAskedFor(boolean logClientErrors, int lines) {
        steps.operation.failAt("validate", DynamoDbException.validation("wrong"));
        List<LogRecord> log = new ArrayList<>();

        logging(log, () -> steps.pipeline(logClientErrors).handle(StepPipeline.GOOD));

        assertThat(log).hasSize(lines);
    }

    private WireResponse logging(List<LogRecord> log, Supplier<WireResponse> call) {
        handler = new Capture(log);
        logger.addHandler(handler);
        return call.get();
    }

    private static void assertInternalServerError(WireResponse response) {
        assertThat(response.status()).isEqualTo(500);
        assertThat(StepPipeline.text(response))
                .isEqualTo("{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\","
                        + "\"message\":\"Internal server error\"}");
    }

    private static final class Capture extends Handler {
        private final List<LogRecord> records;

        Capture(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
