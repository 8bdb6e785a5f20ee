package org.extenddb.core.identity;

import org.jspecify.annotations.Nullable;

/**
 * What only roles have.
 *
 * @param trustPolicy who may assume it; the document as sent
 * @param maxSessionSeconds the longest life of a session
 */
public record RoleSettings(
        String trustPolicy, int maxSessionSeconds, @Nullable String description) {
    public static final int DEFAULT_SESSION_SECONDS = 3600;
}
