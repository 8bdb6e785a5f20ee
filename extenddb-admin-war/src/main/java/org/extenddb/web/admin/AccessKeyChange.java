package org.extenddb.web.admin;

import org.jspecify.annotations.Nullable;

/** A key that is to be imported, or the status that one is to have. */
public record AccessKeyChange(
        @Nullable String accessKeyId,
        @Nullable String secretAccessKey,
        @Nullable String status) implements RequestBody {
    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "AccessKeyChange[" + accessKeyId + "]";
    }
}
