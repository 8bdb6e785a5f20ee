package org.extenddb.iam.action;

import org.extenddb.auth.PrincipalIds;
import org.extenddb.core.identity.RoleSettings;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html">UpdateAssumeRolePolicy</a> */
record UpdateAssumeRolePolicy(IdentityStore store, PrincipalIds principals) implements QueryAction {
    @Override
    public String name() {
        return "UpdateAssumeRolePolicy";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String roleName = IamInput.name(call.in(), "RoleName", IamInput.NEW_NAME);
        String trust = RoleInput.trustPolicy(call.in(), "PolicyDocument");
        RoleChange.change(
                call,
                store,
                roleName,
                settings -> new RoleSettings(
                        principals.bound(trust), settings.maxSessionSeconds(), settings.description()));
    }
}
