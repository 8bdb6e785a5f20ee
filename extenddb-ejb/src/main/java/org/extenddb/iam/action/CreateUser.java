package org.extenddb.iam.action;

import java.util.Map;
import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.Grants;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html">CreateUser</a> */
record CreateUser(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    @Override
    public String name() {
        return "CreateUser";
    }

    @Override
    public void answer(ActionCall call) {
        String userName = IamInput.name(call.in(), "UserName", IamInput.NEW_NAME);
        String path = IamInput.path(call.in(), "Path");
        Map<String, String> tags = IamInput.tags(call.in());
        String boundary = IamInput.boundary(call.in());
        Identity user = Identity.of(IdentityKind.USER, call.account(), path, userName, null)
                .withTags(tags)
                .withGrants(Grants.NONE.boundedBy(boundary));
        call.authorize(user.arn(), new Conditions().requestTags(tags).with("iam:permissionsboundary", boundary));
        TagChange.authorizeNew(call, "iam:TagUser", user.arn(), tags);
        store.<@Nullable Object>change(call.account(), account -> {
            NewIdentities.insert(user, account, awsPolicies);
            return null;
        });
        call.out().begin("User");
        IdentityResult.write(user, true, call.out());
        call.out().end();
    }
}
