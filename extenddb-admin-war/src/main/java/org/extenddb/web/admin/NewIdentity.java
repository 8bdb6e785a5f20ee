package org.extenddb.web.admin;

import jakarta.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user, group or role that is to be made; the last three are of roles. */
public record NewIdentity(
        @Nullable String name,
        @Nullable String path,
        @Nullable Map<String, String> tags,
        @Nullable String permissionsBoundary,
        @Nullable JsonObject trustPolicy,
        @Nullable String description,
        @Nullable Integer maxSessionDuration)
        implements RequestBody {}
