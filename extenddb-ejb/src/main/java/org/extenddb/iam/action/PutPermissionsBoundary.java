package org.extenddb.iam.action;

import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/**
 * PutUserPermissionsBoundary and PutRolePermissionsBoundary.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPermissionsBoundary.html">PutUserPermissionsBoundary</a>
 */
record PutPermissionsBoundary(IdentityStore store, AwsManagedPolicies awsPolicies, IdentityKind kind)
        implements QueryAction {
    @Override
    public String name() {
        return "Put" + kind.title() + "PermissionsBoundary";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NEW_NAME);
        String boundary = IamInput.policyArn(call.in(), "PermissionsBoundary");
        store.<@Nullable Object>change(call.account(), account -> {
            Identity target = account.find(kind, identityName);
            call.authorize(
                    Targets.arn(account, kind, identityName, target),
                    Conditions.of(target).with("iam:permissionsboundary", boundary));
            Identity identity = Targets.existing(kind, identityName, target);
            Targets.requireAttachable(account, awsPolicies, boundary);
            account.save(identity.withGrants(identity.grants().boundedBy(boundary)));
            return null;
        });
    }
}
