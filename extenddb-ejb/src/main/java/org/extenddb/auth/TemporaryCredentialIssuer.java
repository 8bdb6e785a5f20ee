package org.extenddb.auth;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.Deflater;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.identity.UniqueIds;
import org.extenddb.core.queryprotocol.MessagesSts;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;

/** Issues temporary credentials. Nothing is stored: all of a session is in its token. */
@SingleInstance
public final class TemporaryCredentialIssuer {
    /** For session policies and tags, packed: keeps tokens small enough for a header. */
    private static final int PACKED_BYTES = 4096;

    private final SessionTokens tokens;
    private final AccessKeySecrets secrets;

    @Inject
    public TemporaryCredentialIssuer(SessionTokens tokens, AccessKeySecrets secrets) {
        this.tokens = tokens;
        this.secrets = secrets;
    }

    /**
     * Temporary credentials.
     *
     * @param packedPercent how much of the room for policies and tags they take
     */
    public record TemporaryCredentials(SessionClaims claims, String sessionToken, int packedPercent) {
        /** Says nothing of secret and token. */
        @Override
        public String toString() {
            return "TemporaryCredentials[" + claims.accessKeyId() + "]";
        }
    }

    /** @throws QueryException PackedPolicyTooLarge */
    public TemporaryCredentials issue(SessionGrant grant) {
        int packed = packedPercent(grant);
        if (packed > 100) {
            throw QueryException.of(QueryError.PACKED_POLICY_TOO_LARGE, MessagesSts.packedTooLarge(packed));
        }
        Instant now = UniqueIds.wholeSecond(Instant.now());
        SessionClaims claims = new SessionClaims(
                UniqueIds.key(UniqueIds.SESSION_KEY),
                secrets.newSecret(),
                grant.account(),
                grant.identityId(),
                grant.sessionName(),
                grant.policy(),
                grant.policyArns(),
                grant.tags(),
                grant.transitiveTagKeys(),
                grant.sourceIdentity(),
                now,
                now.plus(grant.life()));
        return new TemporaryCredentials(claims, tokens.seal(claims), packed);
    }

    private static int packedPercent(SessionGrant grant) {
        StringBuilder text = new StringBuilder(grant.policy() == null ? "" : grant.policy());
        grant.policyArns().forEach(text::append);
        grant.tags().forEach((key, value) -> text.append(key).append(value));
        grant.transitiveTagKeys().forEach(text::append);
        if (text.isEmpty()) {
            return 0;
        }
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(text.toString().getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            byte[] packed = new byte[2 * PACKED_BYTES];
            return Math.max(1, deflater.deflate(packed) * 100 / PACKED_BYTES);
        } finally {
            deflater.end();
        }
    }
}
