package org.extenddb.auth;

import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.Region;
import org.jspecify.annotations.Nullable;

/**
 * A request whose signature was verified: by whom, and for which region it was signed.
 *
 * @param session the temporary credentials it was signed with; null for permanent ones
 */
public record Authenticated(
        Caller caller, Region region, @Nullable SessionClaims session) {
    /** Signed with permanent credentials. */
    public Authenticated(Caller caller, Region region) {
        this(caller, region, null);
    }
}
