package org.extenddb.core.sigv4;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.extenddb.core.wire.WireRequest;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests signed by the AWS SDK for Java v2. */
final class SdkSigner {
    static final String ACCESS_KEY_ID = "AKIDEXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private SdkSigner() {}

    static WireRequest sign(byte[] body, Instant at, @Nullable String token) {
        return sign(body, "", at, token, null);
    }

    static WireRequest presign(byte[] body, Instant at, Duration expires) {
        return sign(body, "", at, null, expires);
    }

    static WireRequest sign(
            byte[] body, String query, Instant at, @Nullable String token, @Nullable Duration presignedFor) {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://localhost:8000/" + (query.isEmpty() ? "" : "?" + query)))
                .putHeader("Host", "localhost:8000")
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .putHeader("Content-Length", Integer.toString(body.length))
                .putHeader("X-Amz-Target", "DynamoDB_20120810.GetItem")
                .putHeader("User-Agent", "aws-sdk-java/2")
                .putHeader("amz-sdk-invocation-id", "5b7ea1f2-0000-0000-0000-000000000000");
        SignRequest.Builder<AwsCredentialsIdentity> toSign = SignRequest.builder(credentials(token))
                .request(request.build())
                .payload(ContentStreamProvider.fromInputStreamSupplier(() -> new ByteArrayInputStream(body)))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "dynamodb")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC));
        if (presignedFor != null) {
            toSign.putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, presignedFor);
        }
        return wire(AwsV4HttpSigner.create().sign(toSign.build()).request(), body);
    }

    private static AwsCredentialsIdentity credentials(@Nullable String token) {
        return token == null
                ? AwsCredentialsIdentity.create(ACCESS_KEY_ID, SECRET)
                : AwsSessionCredentialsIdentity.create(ACCESS_KEY_ID, SECRET, token);
    }

    private static WireRequest wire(SdkHttpRequest request, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String query = request.encodedQueryParameters().orElse("");
        return new WireRequest("POST", request.encodedPath(), query, headers, body, "127.0.0.1", false);
    }
}
