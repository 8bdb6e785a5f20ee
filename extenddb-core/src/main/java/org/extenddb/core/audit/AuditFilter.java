package org.extenddb.core.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records are asked for; each null for all.
 *
 * @param account whole
 * @param actor whole, as in {@link AuditEntry}, or what follows one of its slashes: {@code nina} for
 *     {@code arn:aws:iam::111122223333:user/nina}
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

    /** Whether an actor is among those that are asked for. */
    public boolean asksFor(String someone) {
        return actor == null || someone.equals(actor) || someone.endsWith("/" + actor);
    }
}
