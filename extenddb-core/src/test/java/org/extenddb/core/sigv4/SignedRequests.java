package org.extenddb.core.sigv4;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.extenddb.core.wire.WireRequest;

/** Requests for tests, built header by header. */
final class SignedRequests {
    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private byte[] body = new byte[0];

    private SignedRequests(String method, String path, String query) {
        this.method = method;
        this.path = path;
        this.query = query;
    }

    static SignedRequests request(String method, String path, String query) {
        return new SignedRequests(method, path, query);
    }

    SignedRequests header(String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                .add(value);
        return this;
    }

    SignedRequests body(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    WireRequest build() {
        return new WireRequest(method, path, query, headers, body, "127.0.0.1", true);
    }
}
