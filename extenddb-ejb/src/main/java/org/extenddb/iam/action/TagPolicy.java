package org.extenddb.iam.action;

import java.util.Map;
import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagPolicy.html">TagPolicy</a> */
record TagPolicy(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    @Override
    public String name() {
        return "TagPolicy";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String policyArn = IamInput.policyArn(call.in(), "PolicyArn");
        Map<String, String> tags = IamInput.tags(call.in());
        store.<@Nullable Object>change(call.account(), account -> {
            ManagedPolicy policy = Targets.authorizedOwnPolicy(
                    call, account, awsPolicies, policyArn, new Conditions().requestTags(tags));
            account.save(policy.withTags(TagChange.adding(policy.tags(), tags, "Policy")));
            return null;
        });
    }
}
