package org.extenddb.iam.action;

import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html">DeletePolicyVersion</a> */
record DeletePolicyVersion(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    @Override
    public String name() {
        return "DeletePolicyVersion";
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
            int number = PolicyInput.version(call, policy);
            if (number == policy.defaultVersion()) {
                throw QueryException.of(QueryError.DELETE_CONFLICT, MessagesIam.DEFAULT_VERSION);
            }
            account.save(policy.withoutVersion(number));
            return null;
        });
    }
}
