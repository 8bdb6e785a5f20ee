package org.extenddb.iam.action;

import java.util.List;
import java.util.SortedSet;
import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagPolicy.html">UntagPolicy</a> */
record UntagPolicy(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    @Override
    public String name() {
        return "UntagPolicy";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String policyArn = IamInput.policyArn(call.in(), "PolicyArn");
        SortedSet<String> keys = IamInput.tagKeys(call.in(), "TagKeys");
        store.<@Nullable Object>change(call.account(), account -> {
            ManagedPolicy policy = Targets.authorizedOwnPolicy(
                    call, account, awsPolicies, policyArn, new Conditions().tagKeys(List.copyOf(keys)));
            account.save(policy.withTags(TagChange.removing(policy.tags(), keys)));
            return null;
        });
    }
}
