package org.extenddb.iam.action;

import org.extenddb.auth.PrincipalIds;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.RoleSettings;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRoleDescription.html">UpdateRoleDescription</a> */
record UpdateRoleDescription(IdentityStore store, PrincipalIds principals) implements QueryAction {
    @Override
    public String name() {
        return "UpdateRoleDescription";
    }

    @Override
    public void answer(ActionCall call) {
        String roleName = IamInput.name(call.in(), "RoleName", IamInput.NEW_NAME);
        call.in().required("Description");
        String description = RoleInput.description(call.in());
        Identity role = RoleChange.change(
                call,
                store,
                roleName,
                settings -> new RoleSettings(settings.trustPolicy(), settings.maxSessionSeconds(), description));
        call.out().begin("Role");
        IdentityResult.write(principals.shown(role), true, call.out());
        call.out().end();
    }
}
