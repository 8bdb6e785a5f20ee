package org.extenddb.iam.action;

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
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NAME);
        String policyArn = IamInput.policyArn(call.in(), "PolicyArn");
        store.<@Nullable Object>change(call.account(), account -> {
            Identity target = account.find(kind, identityName);
            call.authorize(
                    Targets.arn(account, kind, identityName, target),
                    Conditions.of(target).policyArn(policyArn));
            Identity identity = Targets.existing(kind, identityName, target);
            if (!identity.grants().attachedPolicies().contains(policyArn)) {
                throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.noSuchPolicy(policyArn));
            }
            account.save(identity.withGrants(identity.grants().detaching(policyArn)));
            return null;
        });
    }
}
