package org.extenddb.iam.action;

import org.extenddb.core.identity.RoleSettings;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html">UpdateRole</a> */
record UpdateRole(IdentityStore store) implements QueryAction {
    @Override
    public String name() {
        return "UpdateRole";
    }

    @Override
    public void answer(ActionCall call) {
        String roleName = IamInput.name(call.in(), "RoleName", IamInput.NEW_NAME);
        String description = RoleInput.description(call.in());
        int seconds = RoleInput.maxSessionSeconds(call.in(), 0);
        RoleChange.change(
                call,
                store,
                roleName,
                settings -> new RoleSettings(
                        settings.trustPolicy(),
                        seconds == 0 ? settings.maxSessionSeconds() : seconds,
                        description == null ? settings.description() : description));
    }
}
