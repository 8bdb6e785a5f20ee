package org.extenddb.core.sigv4;

import java.util.List;
import org.extenddb.core.error.MessagesSignature;
import org.extenddb.core.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * The signature in {@code Authorization: AWS4-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">Authentication methods</a>
 */
final class AuthorizationHeader {
    private static final String SIGV4_SCHEMES = "AWS4-";

    private final String header;
    private @Nullable String credential;
    private @Nullable String signature;
    private @Nullable String signedHeaders;

    private AuthorizationHeader(String header) {
        this.header = header;
    }

    static SignatureParameters parse(String header, WireRequest request) {
        if (!header.startsWith(SIGV4_SCHEMES)) {
            throw SignatureErrors.missingToken();
        }
        AuthorizationHeader parsed = new AuthorizationHeader(header);
        int schemeEnd = header.indexOf(' ');
        parsed.readPairs(schemeEnd < 0 ? header.length() : schemeEnd);
        return parsed.parameters(schemeEnd < 0 ? header : header.substring(0, schemeEnd), request);
    }

    /** Pairs are parted by commas or blanks, or both. */
    private void readPairs(int from) {
        int start = from;
        while (start < header.length()) {
            int end = start;
            while (end < header.length() && header.charAt(end) != ',' && header.charAt(end) != ' ') {
                end++;
            }
            if (end > start) {
                readPair(start, end);
            }
            start = end + 1;
        }
    }

    private void readPair(int start, int end) {
        int equals = header.indexOf('=', start);
        if (equals < 0 || equals >= end) {
            throw SignatureErrors.incomplete(MessagesSignature.missingEqualSign(Sha256.base64(header)));
        }
        String value = header.substring(equals + 1, end);
        switch (header.substring(start, equals)) {
            case "Credential" -> credential = value;
            case "Signature" -> signature = value;
            case "SignedHeaders" -> signedHeaders = value;
            default -> {
                // AWS reads over what it does not know.
            }
        }
    }

    private SignatureParameters parameters(String algorithm, WireRequest request) {
        String amzDate = request.header("x-amz-date");
        String date = amzDate != null ? amzDate : request.header("date");
        if (credential == null || signature == null || signedHeaders == null || date == null) {
            throw SignatureErrors.incomplete(missing(date));
        }
        List<String> names = SignatureParameters.headerNames(signedHeaders);
        return new SignatureParameters(
                false, algorithm, credential, names, signature, date, null, request.header("x-amz-security-token"));
    }

    private String missing(@Nullable String date) {
        return (credential == null ? MessagesSignature.headerRequires("Credential") : "")
                + (signature == null ? MessagesSignature.headerRequires("Signature") : "")
                + (signedHeaders == null ? MessagesSignature.headerRequires("SignedHeaders") : "")
                + (date == null ? MessagesSignature.HEADER_WITHOUT_DATE : "")
                + MessagesSignature.authorizationWas(Sha256.base64(header));
    }
}
