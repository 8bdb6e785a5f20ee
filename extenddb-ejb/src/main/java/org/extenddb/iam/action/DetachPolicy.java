package org.extenddb.iam.action;

import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/**
 * DetachUserPolicy, DetachGroupPolicy and DetachRolePolicy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachUserPolicy.html">DetachUserPolicy</a>
 */
record DetachPolicy(IdentityStore store, IdentityKind kind) implements QueryAction {
    @Override
    public String name() {
        return "Detach" + kind.title() + "Policy";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        AttachmentChange.answer(call, store, kind, (account, grants, policyArn) -> {
            if (!grants.attachedPolicies().contains(policyArn)) {
                throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.noSuchPolicy(policyArn));
            }
            return grants.detaching(policyArn);
        });
    }
}
