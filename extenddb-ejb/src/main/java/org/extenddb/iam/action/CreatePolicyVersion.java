package org.extenddb.iam.action;

import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html">CreatePolicyVersion</a> */
record CreatePolicyVersion(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    @Override
    public String name() {
        return "CreatePolicyVersion";
    }

    @Override
    public void answer(ActionCall call) {
        String policyArn = IamInput.policyArn(call.in(), "PolicyArn");
        String document = PolicyInput.document(call.in());
        boolean asDefault = IamInput.bool(call.in(), "SetAsDefault");
        ManagedPolicy changed = store.change(call.account(), account -> {
            ManagedPolicy policy = Targets.authorizedOwnPolicy(call, account, awsPolicies, policyArn);
            if (policy.versions().size() >= ManagedPolicy.MAX_VERSIONS) {
                throw QueryException.of(QueryError.LIMIT_EXCEEDED, MessagesIam.TOO_MANY_VERSIONS);
            }
            ManagedPolicy withVersion = policy.withVersion(document, asDefault);
            account.save(withVersion);
            return withVersion;
        });
        call.out().begin("PolicyVersion");
        IdentityResult.version(changed, changed.lastVersion(), false, call.out());
        call.out().end();
    }
}
