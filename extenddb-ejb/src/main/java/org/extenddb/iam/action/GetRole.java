package org.extenddb.iam.action;

import org.extenddb.auth.PrincipalIds;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.ResultOutput;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.RoleUse;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html">GetRole</a> */
record GetRole(IdentityStore store, PrincipalIds principals) implements QueryAction {
    @Override
    public String name() {
        return "GetRole";
    }

    @Override
    public void answer(ActionCall call) {
        String roleName = IamInput.name(call.in(), "RoleName", IamInput.NEW_NAME);
        store.<@Nullable Object>read(call.account(), account -> {
            Identity role = Targets.authorized(call, account, IdentityKind.ROLE, roleName);
            call.out().begin("Role");
            IdentityResult.write(principals.shown(role), true, call.out());
            lastUsed(account.lastRoleUse(role.id()), call.out());
            call.out().end();
            return null;
        });
    }

    /** Empty when it never was. */
    private static void lastUsed(@Nullable RoleUse use, ResultOutput out) {
        out.begin("RoleLastUsed");
        if (use != null) {
            out.time("LastUsedDate", use.usedAt());
            out.text("Region", use.region());
        }
        out.end();
    }
}
