package org.extenddb.iam.action;

import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.Grants;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/**
 * AttachUserPolicy, AttachGroupPolicy and AttachRolePolicy. To attach a policy again changes nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html">AttachUserPolicy</a>
 */
record AttachPolicy(IdentityStore store, AwsManagedPolicies awsPolicies, IdentityKind kind) implements QueryAction {
    private static final int QUOTA = 10;

    @Override
    public String name() {
        return "Attach" + kind.title() + "Policy";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        AttachmentChange.answer(call, store, kind, (account, grants, policyArn) -> {
            Targets.requireAttachable(account, awsPolicies, policyArn);
            Grants more = grants.attaching(policyArn);
            if (more.attachedPolicies().size() > QUOTA) {
                throw QueryException.of(
                        QueryError.LIMIT_EXCEEDED, MessagesIam.quota("PoliciesPer" + kind.title(), QUOTA));
            }
            return more;
        });
    }
}
