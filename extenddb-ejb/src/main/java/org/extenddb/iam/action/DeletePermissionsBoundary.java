package org.extenddb.iam.action;

import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/**
 * DeleteUserPermissionsBoundary and DeleteRolePermissionsBoundary.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPermissionsBoundary.html">DeleteUserPermissionsBoundary</a>
 */
record DeletePermissionsBoundary(IdentityStore store, IdentityKind kind) implements QueryAction {
    @Override
    public String name() {
        return "Delete" + kind.title() + "PermissionsBoundary";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NEW_NAME);
        store.<@Nullable Object>change(call.account(), account -> {
            Identity identity = Targets.authorized(call, account, kind, identityName);
            account.save(identity.withGrants(identity.grants().boundedBy(null)));
            return null;
        });
    }
}
