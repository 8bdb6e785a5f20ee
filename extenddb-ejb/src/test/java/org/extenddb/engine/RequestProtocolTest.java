package org.extenddb.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.extenddb.core.wire.WireRequest;
import org.extenddb.core.wire.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a request the protocol looks at: method, target, types and encodings. */
class RequestProtocolTest {
    private final StepPipeline steps = new StepPipeline();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Step", "DynamoDB_20111205.Step", "DynamoDB_20120810.step", "DynamoDBStreams_20120810.Step"})
    void handle_targetNamesNoOperation_isUnknownOperation(String target) {
        StepPipeline.assertUnknownOperation(steps.handle(WireRequests.post(target, "{}")));
    }

    @Test
    void handle_noTarget_isUnknownOperation() {
        StepPipeline.assertUnknownOperation(steps.handle(WireRequests.of(
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
        WireResponse response = steps.handle(WireRequests.of(
                method,
                Map.of("content-type", contentType, "x-amz-target", StepPipeline.TARGET),
                WireRequests.bytes("{}")));

        assertThat(response.status()).isEqualTo(404);
        assertThat(StepPipeline.text(response)).isEqualTo("<UnknownOperationException/>\n");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-amz-json-1.0, application/x-amz-json-1.0",
        "application/json, application/json",
        "application/json; charset=utf-8, application/json"
    })
    void handle_contentType_isAnsweredInKind(String sent, String answeredType) {
        WireResponse response = steps.handle(WireRequests.of(
                "POST", Map.of("content-type", sent, "x-amz-target", StepPipeline.TARGET), WireRequests.bytes("{}")));

        assertThat(response.contentType()).isEqualTo(answeredType);
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void handle_emptyBody_isSerializationException() {
        assertThat(StepPipeline.text(steps.handle(WireRequests.post(StepPipeline.TARGET, ""))))
                .isEqualTo("{\"__type\":\"com.amazon.coral.service#SerializationException\"}");
    }

    @Test
    void handle_gzippedBody_isUnpackedAfterAuthentication() throws IOException {
        assertThat(steps.handle(zipped(WireRequests.bytes("{}"))).status()).isEqualTo(200);
    }

    @Test
    void handle_gzippedBodyBeyondTheLimit_isTooLarge() throws IOException {
        WireResponse response = steps.handle(zipped(new byte[RequestBody.MAX_BYTES + 1]));

        assertThat(response.status()).isEqualTo(413);
        assertThat(steps.operation.steps).containsExactly("authenticate");
    }

    @Test
    void handle_bodyThatIsNoGzip_isSerializationException() {
        WireResponse response = steps.handle(WireRequests.of(
                "POST",
                Map.of(
                        "content-encoding",
                        "gzip",
                        "content-type",
                        "application/json",
                        "x-amz-target",
                        StepPipeline.TARGET),
                WireRequests.bytes("{}")));

        assertThat(StepPipeline.text(response)).contains("SerializationException");
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
                        StepPipeline.TARGET),
                bytes.toByteArray());
    }
}
