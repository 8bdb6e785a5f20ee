package org.extenddb.web.admin;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What is to change of a user or group (name and path) or of a role (the rest). */
public record IdentityChange(
        @Nullable String name,
        @Nullable String path,
        @Nullable JsonObject trustPolicy,
        @Nullable String description,
        @Nullable Integer maxSessionDuration)
        implements RequestBody {}
