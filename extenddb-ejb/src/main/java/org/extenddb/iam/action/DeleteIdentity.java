package org.extenddb.iam.action;

import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.AccountIdentities.Listing;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/**
 * DeleteUser, DeleteGroup and DeleteRole: of those that have nothing left.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html">DeleteUser</a>
 */
record DeleteIdentity(IdentityStore store, IdentityKind kind) implements QueryAction {
    @Override
    public String name() {
        return "Delete" + kind.title();
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NAME);
        store.<@Nullable Object>change(call.account(), account -> {
            Identity identity = Targets.authorized(call, account, kind, identityName);
            requireBare(identity, account);
            account.delete(identity);
            return null;
        });
    }

    private static void requireBare(Identity identity, AccountIdentities account) {
        if (account.loginProfile(identity.id()) != null) {
            throw conflict(MessagesIam.DELETE_LOGIN_PROFILE_FIRST);
        }
        if (!account.accessKeys(identity.id()).isEmpty()) {
            throw conflict(MessagesIam.DELETE_KEYS_FIRST);
        }
        if (!identity.grants().attachedPolicies().isEmpty()) {
            throw conflict(MessagesIam.DETACH_POLICIES_FIRST);
        }
        if (!identity.grants().inlinePolicies().isEmpty()) {
            throw conflict(MessagesIam.DELETE_POLICIES_FIRST);
        }
        if (!identity.groupIds().isEmpty()) {
            throw conflict(MessagesIam.REMOVE_FROM_GROUPS_FIRST);
        }
        if (!account.members(identity.id(), new Listing("/", "", 1)).isEmpty()) {
            throw conflict(MessagesIam.REMOVE_USERS_FIRST);
        }
    }

    private static QueryException conflict(String message) {
        return QueryException.of(QueryError.DELETE_CONFLICT, message);
    }
}
