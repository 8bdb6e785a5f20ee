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

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html">DeletePolicy</a> */
record DeletePolicy(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    @Override
    public String name() {
        return "DeletePolicy";
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
            if (!account.having(policyArn).isEmpty()) {
                throw QueryException.of(QueryError.DELETE_CONFLICT, MessagesIam.POLICY_IS_ATTACHED);
            }
            if (policy.versions().size() > 1) {
                throw QueryException.of(QueryError.DELETE_CONFLICT, MessagesIam.DELETE_VERSIONS_FIRST);
            }
            account.delete(policy);
            return null;
        });
    }
}
