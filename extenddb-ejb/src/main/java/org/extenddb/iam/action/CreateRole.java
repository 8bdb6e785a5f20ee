package org.extenddb.iam.action;

import java.util.Map;
import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.auth.PrincipalIds;
import org.extenddb.core.identity.Grants;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.RoleSettings;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">CreateRole</a> */
record CreateRole(IdentityStore store, AwsManagedPolicies awsPolicies, PrincipalIds principals) implements QueryAction {
    @Override
    public String name() {
        return "CreateRole";
    }

    @Override
    public void answer(ActionCall call) {
        FormParameters in = call.in();
        String roleName = IamInput.name(in, "RoleName", IamInput.NEW_NAME);
        String path = IamInput.path(in, "Path");
        String description = RoleInput.description(in);
        int seconds = RoleInput.maxSessionSeconds(in, RoleSettings.DEFAULT_SESSION_SECONDS);
        Map<String, String> tags = IamInput.tags(in);
        String boundary = IamInput.boundary(in);
        String trust = RoleInput.trustPolicy(in, "AssumeRolePolicyDocument");
        RoleSettings settings = new RoleSettings(trust, seconds, description);
        Identity role = Identity.of(IdentityKind.ROLE, call.account(), path, roleName, settings)
                .withTags(tags)
                .withGrants(Grants.NONE.boundedBy(boundary));
        call.authorize(role.arn(), new Conditions().requestTags(tags).with("iam:permissionsboundary", boundary));
        TagChange.authorizeNew(call, "iam:TagRole", role.arn(), tags);
        Identity bound = role.withRole(new RoleSettings(principals.bound(trust), seconds, description));
        store.<@Nullable Object>change(call.account(), account -> {
            NewIdentities.insert(bound, account, awsPolicies);
            return null;
        });
        call.out().begin("Role");
        IdentityResult.write(role, true, call.out());
        call.out().end();
    }
}
