package org.extenddb.engine;

import java.util.Locale;
import org.extenddb.core.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** How DynamoDB's JSON protocol looks on HTTP. */
final class Protocol {
    static final String JSON_1_0 = "application/x-amz-json-1.0";

    private static final String JSON = "application/json";

    private Protocol() {}

    /** Whether a request speaks the protocol at all: a POST that carries JSON. */
    static boolean isSpokenBy(WireRequest request) {
        return request.method().equals("POST") && (request.body().length == 0 || isJson(mediaType(request)));
    }

    /** The answer's content type is the request's. */
    static String contentTypeFor(WireRequest request) {
        return JSON.equals(mediaType(request)) ? JSON : JSON_1_0;
    }

    private static boolean isJson(@Nullable String mediaType) {
        return JSON_1_0.equals(mediaType) || JSON.equals(mediaType);
    }

    private static @Nullable String mediaType(WireRequest request) {
        String contentType = request.header("content-type");
        if (contentType == null || contentType.equals(JSON_1_0)) {
            return contentType;
        }
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
