package org.extenddb.iam.action;

import java.util.List;
import java.util.Map;
import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyTags.html">ListPolicyTags</a> */
record ListPolicyTags(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    @Override
    public String name() {
        return "ListPolicyTags";
    }

    @Override
    public void answer(ActionCall call) {
        String policyArn = IamInput.policyArn(call.in(), "PolicyArn");
        Page page = Page.of(call.in());
        ManagedPolicy policy =
                store.read(call.account(), account -> Targets.authorizedPolicy(call, account, awsPolicies, policyArn));
        page.writePartOf(
                "Tags",
                List.copyOf(policy.tags().entrySet()),
                Map.Entry::getKey,
                call.out(),
                tag -> call.out().text("Key", tag.getKey()).text("Value", tag.getValue()));
    }
}
