package org.extenddb.core.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records are asked for; each null for all.
 *
 * @param account whole
 * @param actor whole, as in {@link AuditEntry}
 * @param action its beginning, such as {@code iam:}
 * @param from at this time or later
 * @param until before this time
 */
public record AuditFilter(
        @Nullable String account,
        @Nullable String actor,
        @Nullable String action,
        @Nullable AuditOutcome outcome,
        @Nullable Instant from,
        @Nullable Instant until) {
    /** All. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);
}
