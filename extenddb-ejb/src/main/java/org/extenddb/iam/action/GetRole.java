package org.extenddb.iam.action;

import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html">GetRole</a> */
record GetRole(IdentityStore store) implements QueryAction {
    @Override
    public String name() {
        return "GetRole";
    }

    @Override
    public void answer(ActionCall call) {
        String roleName = IamInput.name(call.in(), "RoleName", IamInput.NEW_NAME);
        Identity role =
                store.read(call.account(), account -> Targets.authorized(call, account, IdentityKind.ROLE, roleName));
        call.out().begin("Role");
        IdentityResult.write(role, true, call.out());
        call.out().begin("RoleLastUsed").end();
        call.out().end();
    }
}
