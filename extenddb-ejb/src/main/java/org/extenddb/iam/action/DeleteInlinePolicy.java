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
 * DeleteUserPolicy, DeleteGroupPolicy and DeleteRolePolicy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPolicy.html">DeleteUserPolicy</a>
 */
record DeleteInlinePolicy(IdentityStore store, IdentityKind kind) implements QueryAction {
    @Override
    public String name() {
        return "Delete" + kind.title() + "Policy";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NAME);
        String policyName = IamInput.name(call.in(), "PolicyName", IamInput.NAME);
        store.<@Nullable Object>change(call.account(), account -> {
            Identity identity = Targets.authorized(call, account, kind, identityName);
            if (!identity.grants().inlinePolicies().containsKey(policyName)) {
                throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.noSuchInlinePolicy(kind, policyName));
            }
            account.save(identity.withGrants(identity.grants().withoutInline(policyName)));
            return null;
        });
    }
}
