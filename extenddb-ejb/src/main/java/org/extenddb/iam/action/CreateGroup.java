package org.extenddb.iam.action;

import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html">CreateGroup</a> */
record CreateGroup(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    @Override
    public String name() {
        return "CreateGroup";
    }

    @Override
    public void answer(ActionCall call) {
        String groupName = IamInput.name(call.in(), "GroupName", IamInput.NAME);
        String path = IamInput.path(call.in(), "Path");
        Identity group = Identity.of(IdentityKind.GROUP, call.account(), path, groupName, null);
        call.authorize(group.arn(), new Conditions());
        store.<@Nullable Object>change(call.account(), account -> {
            NewIdentities.insert(group, account, awsPolicies);
            return null;
        });
        call.out().begin("Group");
        IdentityResult.write(group, false, call.out());
        call.out().end();
    }
}
