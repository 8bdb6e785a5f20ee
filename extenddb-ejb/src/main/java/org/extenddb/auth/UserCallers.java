package org.extenddb.auth;

import jakarta.inject.Inject;
import java.time.Instant;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.SessionToken;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** Users who came by their password instead of an access key, with the rights of now. */
@SingleInstance
public final class UserCallers {
    /** Stands where an access key's id would. */
    public static final String PASSWORD = "password";

    private final IdentityRightsCache rights;

    @Inject
    public UserCallers(IdentityRightsCache rights) {
        this.rights = rights;
    }

    /**
     * Finds a user.
     *
     * @param signedInAt what policies know as {@code aws:TokenIssueTime}
     * @return null when there is none of this unique id
     */
    public @Nullable Caller find(AccountId account, String identityId, Instant signedInAt) {
        IdentityRights found = rights.find(new IdentityRef(account, identityId));
        if (found == null || found.identity().kind() != IdentityKind.USER) {
            return null;
        }
        Identity user = found.identity();
        SessionToken token = new SessionToken(signedInAt, false);
        return new Caller(
                new Principal.User(account, user.arn(), user.name(), user.id(), user.tags(), token),
                PASSWORD,
                found.policies());
    }
}
