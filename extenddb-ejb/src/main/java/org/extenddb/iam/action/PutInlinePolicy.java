package org.extenddb.iam.action;

import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.identity.Grants;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/**
 * PutUserPolicy, PutGroupPolicy and PutRolePolicy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html">PutUserPolicy</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Quotas: all of an entity together</a>
 */
record PutInlinePolicy(IdentityStore store, IdentityKind kind) implements QueryAction {
    @Override
    public String name() {
        return "Put" + kind.title() + "Policy";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NAME);
        String policyName = IamInput.name(call.in(), "PolicyName", IamInput.NAME);
        String document = IamInput.document(call.in(), "PolicyDocument");
        store.<@Nullable Object>change(call.account(), account -> {
            Identity identity = Targets.authorized(call, account, kind, identityName);
            Grants grants = identity.grants().withInline(policyName, document);
            int size = grants.inlinePolicies().values().stream()
                    .mapToInt(it -> PolicyDocument.parse(it).size())
                    .sum();
            if (size > quota()) {
                throw QueryException.of(
                        QueryError.LIMIT_EXCEEDED, MessagesIam.inlineTooLarge(quota(), kind, identity.name()));
            }
            account.save(identity.withGrants(grants));
            return null;
        });
    }

    private int quota() {
        return switch (kind) {
            case USER -> 2048;
            case GROUP -> 5120;
            case ROLE -> 10_240;
        };
    }
}
