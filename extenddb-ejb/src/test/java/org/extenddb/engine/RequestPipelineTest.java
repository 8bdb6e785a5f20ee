package org.extenddb.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;
import org.extenddb.auth.Authenticated;
import org.extenddb.config.RequestConfig;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.wire.WireRequest;
import org.extenddb.core.wire.WireResponse;
import org.extenddb.telemetry.AnsweredRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPipelineTest {
    private static final String TARGET = "DynamoDB_20120810.Step";
    private static final Authenticated SENDER =
            new Authenticated(Caller.root(new AccountId("000000000000"), "AKIDTEST"), new Region("us-east-1"));
    private static final WireRequest GOOD = WireRequests.post(TARGET, "{}");

    private final StepOperation operation = new StepOperation("Step", "dynamodb:Step");
    private final List<AnsweredRequest> answered = new ArrayList<>();
    private final RequestPipeline pipeline = pipeline(false);

    // ---- order

    @Test
    void handle_everyStepPasses_runsThemInTheProtocolsOrder() {
        WireResponse response = pipeline.handle(GOOD);

        assertThat(operation.steps)
                .containsExactly("authenticate", "decode", "validate", "resources", "authorize", "execute", "encode");
        assertThat(response.status()).isEqualTo(200);
        assertThat(text(response)).isEqualTo("{\"Result\":\"decoded validated executed for AKIDTEST\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authenticate", "decode", "validate", "resources", "authorize", "execute"})
    void handle_aStepRefuses_noLaterStepRuns(String step) {
        operation.failAt(step, DynamoDbException.validation("from " + step));

        WireResponse response = pipeline.handle(GOOD);

        assertThat(operation.steps).endsWith(step);
        assertThat(response.status()).isEqualTo(400);
        assertThat(text(response))
                .isEqualTo("{\"__type\":\"com.amazon.coral.validate#ValidationException\",\"message\":\"from " + step
                        + "\"}");
    }

    // ---- a table that changes meanwhile

    @Test
    void handle_tableChangedDuringTheWrite_executesAgain() {
        operation.failAt("execute", new TableChangedException(new TableLayout(1, 7, List.of())), 3);

        WireResponse response = pipeline.handle(GOOD);

        assertThat(operation.steps)
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
        operation.failAt("execute", new TableChangedException(new TableLayout(1, 7, List.of())));

        assertThat(pipeline.handle(GOOD).status()).isEqualTo(500);
        assertThat(operation.steps).filteredOn("execute"::equals).hasSize(10);
    }

    @Test
    void handle_unknownTargetAndBadSignature_targetWins() {
        operation.failAt("authenticate", DynamoDbException.of(ErrorCode.INVALID_SIGNATURE, "bad"));

        assertUnknownOperation(pipeline.handle(WireRequests.post("DynamoDB_20120810.Stepp", "{}")));
    }

    @Test
    void handle_badSignatureAndBadJson_signatureWins() {
        operation.failAt("authenticate", DynamoDbException.of(ErrorCode.INVALID_SIGNATURE, "bad"));

        WireResponse response = pipeline.handle(WireRequests.post(TARGET, "{"));

        assertThat(text(response)).contains("InvalidSignatureException");
    }

    @Test
    void handle_badJsonAndNoAccess_jsonWins() {
        operation.failAt("authorize", DynamoDbException.of(ErrorCode.ACCESS_DENIED, "no"));

        assertThat(text(pipeline.handle(WireRequests.post(TARGET, "{"))))
                .isEqualTo("{\"__type\":\"com.amazon.coral.service#SerializationException\"}");
    }

    // ---- protocol

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Step", "DynamoDB_20111205.Step", "DynamoDB_20120810.step", "DynamoDBStreams_20120810.Step"})
    void handle_targetNamesNoOperation_isUnknownOperation(String target) {
        assertUnknownOperation(pipeline.handle(WireRequests.post(target, "{}")));
    }

    @Test
    void handle_noTarget_isUnknownOperation() {
        assertUnknownOperation(pipeline.handle(WireRequests.of(
                "POST", Map.of("content-type", "application/x-amz-json-1.0"), WireRequests.bytes("{}"))));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, application/x-amz-json-1.0",
        "PUT, application/x-amz-json-1.0",
        "POST, text/plain",
        "POST, application/x-amz-json-1.1"
    })
    void handle_notJsonByPost_isNotFoundInXml(String method, String contentType) {
        WireResponse response = pipeline.handle(WireRequests.of(
                method, Map.of("content-type", contentType, "x-amz-target", TARGET), WireRequests.bytes("{}")));

        assertThat(response.status()).isEqualTo(404);
        assertThat(text(response)).isEqualTo("<UnknownOperationException/>\n");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-amz-json-1.0, application/x-amz-json-1.0",
        "application/json, application/json",
        "application/json; charset=utf-8, application/json"
    })
    void handle_contentType_isAnsweredInKind(String sent, String answeredType) {
        WireResponse response = pipeline.handle(WireRequests.of(
                "POST", Map.of("content-type", sent, "x-amz-target", TARGET), WireRequests.bytes("{}")));

        assertThat(response.contentType()).isEqualTo(answeredType);
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void handle_emptyBody_isSerializationException() {
        assertThat(text(pipeline.handle(WireRequests.post(TARGET, ""))))
                .isEqualTo("{\"__type\":\"com.amazon.coral.service#SerializationException\"}");
    }

    @Test
    void handle_gzippedBody_isUnpackedAfterAuthentication() throws IOException {
        assertThat(pipeline.handle(zipped(WireRequests.bytes("{}"))).status()).isEqualTo(200);
    }

    @Test
    void handle_gzippedBodyBeyondTheLimit_isTooLarge() throws IOException {
        WireResponse response = pipeline.handle(zipped(new byte[RequestBody.MAX_BYTES + 1]));

        assertThat(response.status()).isEqualTo(413);
        assertThat(operation.steps).containsExactly("authenticate");
    }

    @Test
    void handle_bodyThatIsNoGzip_isSerializationException() {
        WireResponse response = pipeline.handle(WireRequests.of(
                "POST",
                Map.of("content-encoding", "gzip", "content-type", "application/json", "x-amz-target", TARGET),
                WireRequests.bytes("{}")));

        assertThat(text(response)).contains("SerializationException");
    }

    // ---- errors

    @Test
    void handle_conditionFailedWithItem_answersTheItem() {
        operation.failAt(
                "execute",
                DynamoDbException.conditionFailed(
                        "The conditional request failed", WireRequests.bytes("{\"pk\":{\"S\":\"a\"}}")));

        assertThat(text(pipeline.handle(GOOD)))
                .isEqualTo("{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\","
                        + "\"message\":\"The conditional request failed\",\"Item\":{\"pk\":{\"S\":\"a\"}}}");
    }

    @Test
    void handle_accessDenied_spellsMessageWithACapital() {
        operation.failAt("authorize", DynamoDbException.of(ErrorCode.ACCESS_DENIED, "no"));

        assertThat(text(pipeline.handle(GOOD)))
                .isEqualTo("{\"__type\":\"com.amazon.coral.service#AccessDeniedException\",\"Message\":\"no\"}");
    }

    @Test
    void handle_unexpectedFailure_is500AndOneLogEntryWithTheCause() {
        IllegalStateException failure = new IllegalStateException("secret inside");
        operation.failAt("execute", failure);
        List<LogRecord> log = new ArrayList<>();

        WireResponse response = logging(log, () -> pipeline.handle(GOOD));

        assertInternalServerError(response);
        assertThat(log).hasSize(1);
        assertThat(log.get(0).getThrown()).isSameAs(failure);
        assertThat(log.get(0).getMessage()).startsWith("EXDB0201E").contains(response.requestId(), "Step");
    }

    @Test
    void handle_storageUnavailable_is500AndOneLogEntry() {
        operation.failAt("execute", new StorageUnavailableException("down", new IOException("refused")));
        List<LogRecord> log = new ArrayList<>();

        WireResponse response = logging(log, () -> pipeline.handle(GOOD));

        assertInternalServerError(response);
        assertThat(log).hasSize(1);
        assertThat(log.get(0).getMessage()).startsWith("EXDB0202E");
    }

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 1"})
    void handle_clientError_isLoggedOnlyWhenAskedFor(boolean logClientErrors, int lines) {
        operation.failAt("validate", DynamoDbException.validation("wrong"));
        List<LogRecord> log = new ArrayList<>();

        logging(log, () -> pipeline(logClientErrors).handle(GOOD));

        assertThat(log).hasSize(lines);
    }

    // ---- observation

    @Test
    void handle_success_isObservedOnce() {
        WireResponse response = pipeline.handle(GOOD);

        assertThat(answered).hasSize(1);
        AnsweredRequest seen = answered.get(0);
        assertThat(seen.requestId()).isEqualTo(response.requestId());
        assertThat(seen.operation()).isEqualTo("Step");
        assertThat(seen.caller()).isEqualTo(SENDER.caller());
        assertThat(seen.error()).isNull();
        assertThat(seen.requestBytes()).isEqualTo(2);
        assertThat(seen.responseBytes()).isEqualTo(response.body().length);
    }

    @Test
    void handle_unknownTarget_isObservedWithoutAName() {
        pipeline.handle(WireRequests.post("DynamoDB_20120810.Made" + "Up", "{}"));

        assertThat(answered).hasSize(1);
        assertThat(answered.get(0).operation()).isNull();
        assertThat(answered.get(0).error()).isEqualTo("UnknownOperationException");
    }

    @Test
    void handle_requestId_looksLikeAws() {
        assertThat(pipeline.handle(GOOD).requestId()).matches("[A-Z0-9]{52}");
        assertThat(pipeline.handle(GOOD).requestId())
                .isNotEqualTo(pipeline.handle(GOOD).requestId());
    }

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

    private WireResponse logging(List<LogRecord> log, Supplier<WireResponse> call) {
        handler = new Capture(log);
        logger.addHandler(handler);
        return call.get();
    }

    private RequestPipeline pipeline(boolean logClientErrors) {
        PublicApi api = new PublicApi(Set.of(TARGET), Set.of());
        return new RequestPipeline(
                new OperationRegistry(List.of(operation), api),
                request -> {
                    operation.step("authenticate");
                    return SENDER;
                },
                (sender, context, requests) -> operation.step("authorize"),
                new ErrorMapper(new RequestConfig(logClientErrors)),
                List.of(answered::add));
    }

    private static WireRequest zipped(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return WireRequests.of(
                "POST",
                Map.of(
                        "content-encoding",
                        "gzip",
                        "content-type",
                        "application/x-amz-json-1.0",
                        "x-amz-target",
                        TARGET),
                bytes.toByteArray());
    }

    private static void assertUnknownOperation(WireResponse response) {
        assertThat(response.status()).isEqualTo(400);
        assertThat(text(response)).isEqualTo("{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"}");
    }

    private static void assertInternalServerError(WireResponse response) {
        assertThat(response.status()).isEqualTo(500);
        assertThat(text(response))
                .isEqualTo("{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\","
                        + "\"message\":\"Internal server error\"}");
    }

    private static String text(WireResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
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
