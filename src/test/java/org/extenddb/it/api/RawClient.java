package org.extenddb.it.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.extenddb.it.server.ServerUnderTest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Sends what no SDK would send, signed by the SDK's own signer unless told otherwise. */
final class RawClient {
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    private final URI uri;
    private final AwsCredentialsIdentity credentials;
    private final HttpClient http;

    RawClient(ServerUnderTest server) {
        uri = server.dataEndpoint();
        credentials = AwsCredentialsIdentity.create(ServerUnderTest.ACCESS_KEY_ID, server.secretAccessKey());
        http = HttpClient.newBuilder()
                .sslContext(server.certificate().clientContext())
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(60))
                .build();
    }

    /** A request before it is sent. Header names in lower case. */
    @SuppressWarnings("ArrayRecordComponent")
    record Call(Map<String, String> headers, byte[] body, Clock clock) {
        static Call of(String operation, String body) {
            return of(operation, body.getBytes(StandardCharsets.UTF_8));
        }

        static Call of(String operation, byte[] body) {
            return new Call(
                    Map.of(
                            "x-amz-target",
                            "DynamoDB_20120810." + operation,
                            "content-type",
                            "application/x-amz-json-1.0"),
                    body,
                    Clock.systemUTC());
        }

        Call with(String header, String value) {
            Map<String, String> changed = new HashMap<>(headers);
            changed.put(header, value);
            return new Call(changed, body, clock);
        }

        Call without(String header) {
            Map<String, String> changed = new HashMap<>(headers);
            changed.remove(header);
            return new Call(changed, body, clock);
        }

        Call at(Clock other) {
            return new Call(headers, body, other);
        }
    }

    /** Signs and sends. */
    HttpResponse<byte[]> send(Call call) throws IOException, InterruptedException {
        return sendUnsigned(signed(call));
    }

    /** The call with the headers of its signature. */
    Call signed(Call call) {
        SdkHttpRequest.Builder plain =
                SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(uri).encodedPath("/");
        call.headers().forEach(plain::putHeader);
        SdkHttpRequest signed = SIGNER.sign(r -> r.identity(credentials)
                        .request(plain.build())
                        .payload(() -> new ByteArrayInputStream(call.body()))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "dynamodb")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, call.clock()))
                .request();
        Map<String, String> headers = new HashMap<>();
        signed.forEachHeader((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new Call(headers, call.body(), call.clock());
    }

    /** Sends as it is. */
    HttpResponse<byte[]> sendUnsigned(Call call) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve("/"))
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach((name, value) -> {
            // The HTTP client writes these itself, with the same values.
            if (!List.of("host", "content-length").contains(name)) {
                request.header(name, value);
            }
        });
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
