package org.extenddb.core.sigv4;

import java.util.List;
import org.extenddb.core.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * The bytes both sides hash. The payload's hash is always that of the body which came: what x-amz-content-sha256 claims does not
 * count, so UNSIGNED-PAYLOAD and a hash of another body lead to another signature.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request">Create a canonical request</a>
 */
final class CanonicalRequest {
    private final ByteText text = new ByteText(1024);

    private CanonicalRequest() {}

    static byte[] of(WireRequest request, List<String> signedHeaders) {
        CanonicalRequest canonical = new CanonicalRequest();
        canonical.line(request.method());
        canonical.line(CanonicalPath.of(request.rawPath()));
        canonical.line(request.rawQuery().isEmpty() ? "" : QueryParameters.canonical(request.rawQuery()));
        for (String name : signedHeaders) {
            canonical.header(name, request.headers().get(name));
        }
        canonical.line("");
        canonical.line(String.join(";", signedHeaders));
        canonical.text.append(Sha256.hex(request.body()));
        return canonical.text.toByteArray();
    }

    private void line(String line) {
        text.append(line);
        text.append('\n');
    }

    private void header(String name, @Nullable List<String> values) {
        text.append(name);
        text.append(':');
        if (values != null) {
            for (int i = 0; i < values.size(); i++) {
                if (i > 0) {
                    text.append(',');
                }
                folded(values.get(i));
            }
        }
        text.append('\n');
    }

    /** A header's value without blanks at its ends and with single ones inside. */
    private void folded(String value) {
        boolean blank = false;
        boolean started = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                blank = started;
                continue;
            }
            if (blank) {
                text.append(' ');
                blank = false;
            }
            text.append(c);
            started = true;
        }
    }
}
