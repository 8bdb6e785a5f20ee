package org.extenddb.admin;

import org.extenddb.auth.Authenticated;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.model.AccountId;

/**
 * Something that is asked of the administration.
 *
 * @param who administrators may do everything in each account, users in theirs what policies say
 * @param request where it comes from, and when
 */
public record AdminCall(SignedIn who, RequestContext request) {
    public boolean isByAdministrator() {
        return who instanceof SignedIn.Administrator;
    }

    /** @throws AdminException FORBIDDEN unless an administrator asks */
    public void requireAdministrator() {
        if (!isByAdministrator()) {
            throw AdminException.of(AdminError.FORBIDDEN, MessagesAdmin.ADMINISTRATORS_ONLY);
        }
    }

    /** As records of changes name whoever asks. */
    public String name() {
        return who instanceof SignedIn.User user ? user.caller().arn() : "administrator/" + who.name();
    }

    /**
     * Whoever asks, as the actions of an account take it.
     *
     * @throws AdminException FORBIDDEN for users of another account
     */
    Authenticated in(AccountId account) {
        if (who instanceof SignedIn.User user && !user.account().equals(account)) {
            throw AdminException.of(AdminError.FORBIDDEN, MessagesAdmin.OTHER_ACCOUNT);
        }
        return reaching(account);
    }

    /** The same where the policies of a resource may let in users of another account; for no more than they say. */
    Authenticated reaching(AccountId account) {
        return who instanceof SignedIn.User user
                ? user.in(request.region())
                : ((SignedIn.Administrator) who).in(account, request.region());
    }
}
