package org.extenddb.core.identity;

import java.time.Instant;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An account: what is in one is never seen from another.
 *
 * @param name what people call it; empty where nobody gave it one
 * @param closedAt since when nobody is let into it; null while it is open
 * @param passwordPolicy what passwords of its users have to be; null where IAM's own policy counts
 */
public record Account(
        AccountId id,
        String name,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable PasswordPolicy passwordPolicy) {
    /** An open one with IAM's own password policy. */
    public static Account of(AccountId id, String name, Instant createdAt) {
        return new Account(id, name, createdAt, null, null);
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    public Account withName(String newName) {
        return new Account(id, newName, createdAt, closedAt, passwordPolicy);
    }

    public Account closed(@Nullable Instant when) {
        return new Account(id, name, createdAt, when, passwordPolicy);
    }

    public Account withPasswordPolicy(@Nullable PasswordPolicy newPolicy) {
        return new Account(id, name, createdAt, closedAt, newPolicy);
    }
}
