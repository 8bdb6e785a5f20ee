package org.extenddb.core.iam;

import java.time.Instant;
import org.extenddb.core.model.Region;
import org.extenddb.core.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * What policies can ask about a request whatever it wants.
 *
 * @param sourceIp the client's address as text, {@code aws:SourceIp}; no policy knows it when it is none
 * @param secureTransport whether it came by TLS, {@code aws:SecureTransport}; null where nobody has said
 * @param time {@code aws:CurrentTime} and {@code aws:EpochTime}
 * @param region {@code aws:RequestedRegion}
 */
public record RequestContext(
        String sourceIp,
        @Nullable Boolean secureTransport,
        @Nullable String userAgent,
        @Nullable String referer,
        Instant time,
        Region region) {
    public static RequestContext of(WireRequest request, Region region, Instant time) {
        return new RequestContext(
                request.remoteAddress(),
                request.secure(),
                request.header("user-agent"),
                request.header("referer"),
                time,
                region);
    }

    /** The same of a request to another region. */
    public RequestContext in(Region other) {
        return other.equals(region)
                ? this
                : new RequestContext(sourceIp, secureTransport, userAgent, referer, time, other);
    }
}
