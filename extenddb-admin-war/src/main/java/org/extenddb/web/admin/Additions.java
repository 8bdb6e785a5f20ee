package org.extenddb.web.admin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A managed policy that is to be attached, or tags that are to be set. */
public record Additions(
        @Nullable String policyArn, @Nullable Map<String, String> tags) implements RequestBody {}
