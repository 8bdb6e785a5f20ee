package org.extenddb.iam.action;

import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html">GetPolicyVersion</a> */
record GetPolicyVersion(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    @Override
    public String name() {
        return "GetPolicyVersion";
    }

    @Override
    public void answer(ActionCall call) {
        String policyArn = IamInput.policyArn(call.in(), "PolicyArn");
        ManagedPolicy policy =
                store.read(call.account(), account -> Targets.authorizedPolicy(call, account, awsPolicies, policyArn));
        int number = PolicyInput.version(call, policy);
        call.out().begin("PolicyVersion");
        IdentityResult.version(policy, number, true, call.out());
        call.out().end();
    }
}
