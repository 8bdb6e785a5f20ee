package org.extenddb.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A request as bytes on the wire, signed ahead of time so that the load generator spends nothing on signing. */
@SuppressWarnings("ArrayRecordComponent")
record SignedRequest(byte[] bytes) {
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    static SignedRequest of(Endpoint endpoint, String operation, String json) {
        SdkHttpRequest.Builder plain = SdkHttpRequest.builder()
                .putHeader("X-Amz-Target", "DynamoDB_20120810." + operation)
                .putHeader("Content-Type", "application/x-amz-json-1.0");
        return of(endpoint, "dynamodb", plain, json.getBytes(StandardCharsets.UTF_8));
    }

    /** A call of IAM or STS. */
    static SignedRequest ofForm(Endpoint endpoint, String service, String form) {
        SdkHttpRequest.Builder plain =
                SdkHttpRequest.builder().putHeader("Content-Type", "application/x-www-form-urlencoded");
        return of(endpoint, service, plain, form.getBytes(StandardCharsets.UTF_8));
    }

    private static SignedRequest of(Endpoint endpoint, String service, SdkHttpRequest.Builder request, byte[] body) {
        SdkHttpRequest plain = request.method(SdkHttpMethod.POST)
                .uri(endpoint.uri())
                .encodedPath("/")
                .putHeader("Content-Length", Integer.toString(body.length))
                .build();
        SdkHttpRequest signed = SIGNER.sign(r -> r.identity(
                                AwsCredentialsIdentity.create(endpoint.accessKeyId(), endpoint.secretAccessKey()))
                        .request(plain)
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, endpoint.region()))
                .request();
        StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\n");
        signed.forEachHeader((name, values) -> values.forEach(
                value -> head.append(name).append(": ").append(value).append("\r\n")));
        byte[] headBytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, all, 0, headBytes.length);
        System.arraycopy(body, 0, all, headBytes.length, body.length);
        return new SignedRequest(all);
    }
}
