package org.extenddb.iam.action;

import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html">GetPolicy</a> */
record GetPolicy(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    @Override
    public String name() {
        return "GetPolicy";
    }

    @Override
    public void answer(ActionCall call) {
        String policyArn = IamInput.policyArn(call.in(), "PolicyArn");
        call.out().begin("Policy");
        store.<@Nullable Object>read(call.account(), account -> {
            ManagedPolicy policy = Targets.authorizedPolicy(call, account, awsPolicies, policyArn);
            IdentityResult.write(policy, account, true, call.out());
            return null;
        });
        call.out().end();
    }
}
