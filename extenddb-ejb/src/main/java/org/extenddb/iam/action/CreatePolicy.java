package org.extenddb.iam.action;

import java.util.Map;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html">CreatePolicy</a> */
record CreatePolicy(IdentityStore store) implements QueryAction {
    private static final int MAX_DESCRIPTION = 1000;

    @Override
    public String name() {
        return "CreatePolicy";
    }

    @Override
    public void answer(ActionCall call) {
        String policyName = IamInput.name(call.in(), "PolicyName", IamInput.NAME);
        String path = IamInput.path(call.in(), "Path");
        String description = IamInput.optionalText(call.in(), "Description", MAX_DESCRIPTION);
        Map<String, String> tags = IamInput.tags(call.in());
        String document = PolicyInput.document(call.in());
        ManagedPolicy policy = ManagedPolicy.of(call.account(), path, policyName, description, document)
                .withTags(tags);
        call.authorize(policy.arn(), new Conditions().requestTags(tags));
        TagChange.authorizeNew(call, "iam:TagPolicy", policy.arn(), tags);
        store.<@Nullable Object>change(call.account(), account -> {
            if (account.findPolicy(policyName) != null) {
                throw QueryException.of(QueryError.ENTITY_ALREADY_EXISTS, MessagesIam.policyExists(policyName));
            }
            account.insert(policy);
            call.out().begin("Policy");
            IdentityResult.write(policy, account, true, call.out());
            call.out().end();
            return null;
        });
    }
}
