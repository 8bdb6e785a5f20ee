package org.extenddb.core.sigv4;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.extenddb.core.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of its own signature; nothing in it is checked yet.
 *
 * @param presigned whether it stands in the query rather than in the Authorization header
 * @param credential key id and scope, by slashes
 * @param signedHeaders lower-case names in the order of the canonical request
 * @param date when it was signed, as sent
 * @param expires X-Amz-Expires as sent; null when there is none
 */
record SignatureParameters(
        boolean presigned,
        String algorithm,
        String credential,
        List<String> signedHeaders,
        String signature,
        String date,
        @Nullable String expires,
        @Nullable String securityToken) {

    /** Finds the signature in whichever place the request has it. */
    static SignatureParameters of(WireRequest request) {
        String authorization = request.header("authorization");
        boolean inQuery = PresignedQuery.isPresigned(request.rawQuery());
        if (authorization == null) {
            if (!inQuery) {
                throw SignatureErrors.missingToken();
            }
            return PresignedQuery.parse(request.rawQuery());
        }
        if (inQuery) {
            throw SignatureErrors.inHeaderAndQuery();
        }
        return AuthorizationHeader.parse(authorization.trim(), request);
    }

    /** Brings the list of signed headers into canonical form. */
    static List<String> headerNames(String list) {
        String[] names = list.toLowerCase(Locale.ROOT).split(";");
        Arrays.sort(names);
        return Arrays.asList(names);
    }
}
