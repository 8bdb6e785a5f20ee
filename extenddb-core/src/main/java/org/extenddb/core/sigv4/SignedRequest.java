package org.extenddb.core.sigv4;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.extenddb.core.error.MessagesSignature;
import org.extenddb.core.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request whose signature is well formed, of this time and for this service. Whether it is true only
 * {@link #isSignedWith} tells.
 */
public final class SignedRequest {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private final WireRequest request;
    private final SignatureParameters parameters;
    private final SigningTime time;
    private final Credential credential;

    private SignedRequest(
            WireRequest request, SignatureParameters parameters, SigningTime time, Credential credential) {
        this.request = request;
        this.parameters = parameters;
        this.time = time;
        this.credential = credential;
    }

    /**
     * Reads the signature of a request and checks all that needs no key, in AWS's order.
     *
     * @param service as it has to stand in the credential's scope, such as {@code dynamodb}; any region will do
     * @throws org.extenddb.core.error.DynamoDbException with AWS's own error and text
     */
    public static SignedRequest read(WireRequest request, String service, Instant now) {
        SignatureParameters parameters = SignatureParameters.of(request);
        SigningTime time = SigningTime.parse(parameters.date());
        time.requireCurrent(now, parameters.expires());
        requireSigned(request, parameters.signedHeaders());
        if (!parameters.algorithm().equals(ALGORITHM)) {
            throw SignatureErrors.incomplete(MessagesSignature.unsupportedAlgorithm(parameters.algorithm()));
        }
        Credential credential = Credential.parse(parameters.credential());
        credential.requireScope(service, time);
        return new SignedRequest(request, parameters, time, credential);
    }

    public String accessKeyId() {
        return credential.accessKeyId();
    }

    public CredentialScope scope() {
        return credential.scope();
    }

    /** The token of temporary credentials, as sent; null when there is none. */
    public @Nullable String securityToken() {
        return parameters.securityToken();
    }

    /** Compares the signature in constant time. */
    public boolean isSignedWith(SigningKey key) {
        byte[] expected = key.sign(stringToSign());
        byte[] given = hexOrNothing(parameters.signature());
        return MessageDigest.isEqual(expected, given);
    }

    private byte[] stringToSign() {
        String hash = Sha256.hex(CanonicalRequest.of(request, parameters.signedHeaders()));
        return (ALGORITHM + '\n' + time.text() + '\n' + credential.scope() + '\n' + hash)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * AWS wants the host and every x-amz-* header signed. The exception is one that a client library may set after it signed and
     * that means nothing.
     */
    private static void requireSigned(WireRequest request, List<String> signedHeaders) {
        if (!signedHeaders.contains("host")) {
            throw SignatureErrors.invalid(MessagesSignature.HOST_NOT_SIGNED);
        }
        for (String name : request.headers().keySet()) {
            if (name.startsWith("x-amz-") && !name.equals("x-amz-user-agent") && !signedHeaders.contains(name)) {
                throw SignatureErrors.invalid(MessagesSignature.notSigned(titleCase(name)));
            }
        }
    }

    private static String titleCase(String name) {
        StringBuilder title = new StringBuilder(name.length());
        for (String word : name.split("-")) {
            title.append(title.isEmpty() ? "" : "-");
            title.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return title.toString();
    }

    /** A signature is 64 lower-case hexadecimal digits; anything else equals none. */
    private static byte[] hexOrNothing(String signature) {
        if (signature.length() != 64) {
            return new byte[0];
        }
        for (int i = 0; i < signature.length(); i++) {
            char c = signature.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return new byte[0];
            }
        }
        return HexFormat.of().parseHex(signature);
    }
}
