package org.extenddb.core.iam;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What policies can ask of temporary credentials.
 *
 * @param issuedAt {@code aws:TokenIssueTime}
 * @param multiFactor {@code aws:MultiFactorAuthPresent}
 * @param sourceIdentity {@code aws:SourceIdentity}; null where none was set
 */
public record SessionToken(
        Instant issuedAt, boolean multiFactor, @Nullable String sourceIdentity) {
    /** Of a session without a source identity. */
    public SessionToken(Instant issuedAt, boolean multiFactor) {
        this(issuedAt, multiFactor, null);
    }
}
