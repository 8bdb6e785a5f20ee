package org.extenddb.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An administrator as others may see it.
 *
 * @param lastSignInAt null when there was none
 * @param lockedUntil after wrong passwords; null when that is not so
 */
public record AdministratorSummary(
        String name,
        boolean active,
        boolean mustChangePassword,
        Instant createdAt,
        Instant passwordChangedAt,
        @Nullable Instant lastSignInAt,
        @Nullable Instant lockedUntil) {}
