package org.extenddb.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.extenddb.core.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * Signs as AWS's documentation says, on its own: knows nothing of the server's code.
 *
 * @param service in the scope
 * @param token of a session; null without one
 */
record ClientSigner(
        String accessKeyId,
        String secret,
        String region,
        String service,
        @Nullable String token) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    static ClientSigner of(String accessKeyId, String secret) {
        return new ClientSigner(accessKeyId, secret, "eu-west-1", "dynamodb", null);
    }

    /** With a signature in its Authorization header. */
    WireRequest sign(Instant at) {
        Map<String, List<String>> headers = headers();
        headers.put("x-amz-date", List.of(TIME.format(at)));
        if (token != null) {
            headers.put("x-amz-security-token", List.of(token));
        }
        WireRequest unsigned = request("", headers);
        String names = String.join(";", new TreeMap<>(headers).keySet());
        headers.put(
                "authorization",
                List.of("AWS4-HMAC-SHA256 Credential=" + accessKeyId + "/" + scope(at) + ", SignedHeaders=" + names
                        + ", Signature=" + signature(unsigned, names, at)));
        return unsigned;
    }

    /** With a signature in its query. */
    WireRequest presign(Instant at, int seconds) {
        Map<String, List<String>> headers = headers();
        String names = String.join(";", new TreeMap<>(headers).keySet());
        String query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
                + (accessKeyId + "/" + scope(at)).replace("/", "%2F") + "&X-Amz-Date=" + TIME.format(at)
                + "&X-Amz-Expires=" + seconds + "&X-Amz-SignedHeaders=" + names.replace(";", "%3B");
        String signature = signature(request(query, headers), names, at);
        return request(query + "&X-Amz-Signature=" + signature, headers);
    }

    private static Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("host", List.of("localhost:8000"));
        headers.put("content-type", List.of("application/x-amz-json-1.0"));
        headers.put("x-amz-target", List.of("DynamoDB_20120810.ListTables"));
        return headers;
    }

    private static WireRequest request(String query, Map<String, List<String>> headers) {
        byte[] body = "{\"Limit\":1}".getBytes(StandardCharsets.UTF_8);
        return new WireRequest("POST", "/", query, headers, body, "192.0.2.1", true);
    }

    private String scope(Instant at) {
        return TIME.format(at).substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
    }

    private String signature(WireRequest request, String names, Instant at) {
        StringBuilder canonical = new StringBuilder("POST\n/\n" + request.rawQuery() + "\n");
        for (String name : names.split(";")) {
            canonical
                    .append(name)
                    .append(':')
                    .append(request.headers().get(name).get(0))
                    .append('\n');
        }
        canonical.append('\n').append(names).append('\n').append(sha256(request.body()));
        String toSign = "AWS4-HMAC-SHA256\n" + TIME.format(at) + "\n" + scope(at) + "\n"
                + sha256(canonical.toString().getBytes(StandardCharsets.UTF_8));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope(at).split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
