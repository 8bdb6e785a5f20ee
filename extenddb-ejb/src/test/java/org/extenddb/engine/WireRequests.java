package org.extenddb.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.wire.WireRequest;

/** Requests as a client sends them. */
public final class WireRequests {
    private WireRequests() {}

    public static WireRequest post(String target, String json) {
        return of(
                "POST",
                Map.of("content-type", "application/x-amz-json-1.0", "x-amz-target", target, "host", "localhost:8000"),
                bytes(json));
    }

    static WireRequest of(String method, Map<String, String> headers, byte[] body) {
        Map<String, List<String>> lists = new HashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return new WireRequest(method, "/", "", lists, body, "127.0.0.1", true);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
