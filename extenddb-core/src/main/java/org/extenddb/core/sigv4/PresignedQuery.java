package org.extenddb.core.sigv4;

import java.util.Map;
import org.extenddb.core.error.MessagesSignature;

/**
 * The signature in the query of a presigned request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">Authentication methods</a>
 */
final class PresignedQuery {
    static final String SIGNATURE = "X-Amz-Signature";
    private static final String ALGORITHM = "X-Amz-Algorithm";
    private static final String[] REQUIRED = {
        ALGORITHM, "X-Amz-Credential", SIGNATURE, "X-Amz-SignedHeaders", "X-Amz-Date"
    };

    private PresignedQuery() {}

    static boolean isPresigned(String rawQuery) {
        return !rawQuery.isEmpty()
                && QueryParameters.parse(rawQuery).stream()
                        .anyMatch(p -> p.name().equals(ALGORITHM));
    }

    static SignatureParameters parse(String rawQuery) {
        Map<String, String> values = QueryParameters.firstValues(rawQuery);
        StringBuilder missing = new StringBuilder();
        for (String name : REQUIRED) {
            if (values.getOrDefault(name, "").isEmpty()) {
                missing.append(MessagesSignature.queryRequires(name));
            }
        }
        if (!missing.isEmpty()) {
            throw SignatureErrors.incomplete(
                    missing.append(MessagesSignature.REEXAMINE_QUERY).toString());
        }
        return new SignatureParameters(
                true,
                values.getOrDefault(ALGORITHM, ""),
                values.getOrDefault("X-Amz-Credential", ""),
                SignatureParameters.headerNames(values.getOrDefault("X-Amz-SignedHeaders", "")),
                values.getOrDefault(SIGNATURE, ""),
                values.getOrDefault("X-Amz-Date", ""),
                values.get("X-Amz-Expires"),
                values.get("X-Amz-Security-Token"));
    }
}
