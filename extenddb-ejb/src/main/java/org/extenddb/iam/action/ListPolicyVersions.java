package org.extenddb.iam.action;

import java.util.Comparator;
import java.util.List;
import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html">ListPolicyVersions</a> */
record ListPolicyVersions(IdentityStore store, AwsManagedPolicies awsPolicies) implements QueryAction {
    @Override
    public String name() {
        return "ListPolicyVersions";
    }

    /** Newest first, as IAM lists them; five at most, so never a second page. */
    @Override
    public void answer(ActionCall call) {
        String policyArn = IamInput.policyArn(call.in(), "PolicyArn");
        Page page = Page.of(call.in());
        ManagedPolicy policy =
                store.read(call.account(), account -> Targets.authorizedPolicy(call, account, awsPolicies, policyArn));
        List<Integer> numbers = policy.versions().keySet().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        call.out().list("Versions", numbers, number -> IdentityResult.version(policy, number, false, call.out()));
        page.end("", call.out());
    }
}
