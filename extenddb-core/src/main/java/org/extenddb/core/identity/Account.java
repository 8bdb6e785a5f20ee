package org.extenddb.core.identity;

import java.time.Instant;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An account: what is in one is never seen from another.
 *
 * @param name what people call it; empty where nobody gave it one
 * @param closedAt since when nobody is let into it; null while it is open
 */
public record Account(
        AccountId id,
        String name,
        Instant createdAt,
        @Nullable Instant closedAt) {
    public boolean isClosed() {
        return closedAt != null;
    }

    public Account withName(String newName) {
        return new Account(id, newName, createdAt, closedAt);
    }

    public Account closed(@Nullable Instant when) {
        return new Account(id, name, createdAt, when);
    }
}
