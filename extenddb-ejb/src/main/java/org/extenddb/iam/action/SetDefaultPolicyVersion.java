package org.extenddb.iam.action;

import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html">SetDefaultPolicyVersion</a> */
record SetDefaultPolicyVersion(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    @Override
    public String name() {
        return "SetDefaultPolicyVersion";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String policyArn = IamInput.policyArn(call.in(), "PolicyArn");
        store.<@Nullable Object>change(call.account(), account -> {
            ManagedPolicy policy = Targets.authorizedOwnPolicy(call, account, awsPolicies, policyArn);
            account.save(policy.withDefault(PolicyInput.version(call, policy)));
            return null;
        });
    }
}
