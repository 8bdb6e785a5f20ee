package org.extenddb.core.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as it came in.
 *
 * @param method in upper case
 * @param rawPath undecoded
 * @param rawQuery undecoded, without the question mark; empty when there is none
 * @param headers all values by lower-case name, in the order received
 * @param body as received (still compressed where Content-Encoding says so): it is what the signature covers
 */
@SuppressWarnings("ArrayRecordComponent")
public record WireRequest(
        String method,
        String rawPath,
        String rawQuery,
        Map<String, List<String>> headers,
        byte[] body,
        String remoteAddress,
        boolean secure) {

    /** The first value of a header; {@code name} in lower case. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
