package org.extenddb.core.iam;

import java.time.Instant;

/**
 * What policies can ask of temporary credentials.
 *
 * @param issuedAt {@code aws:TokenIssueTime}
 * @param multiFactor {@code aws:MultiFactorAuthPresent}
 */
public record SessionToken(Instant issuedAt, boolean multiFactor) {}
