package org.extenddb.iam.action;

import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/**
 * GetUserPolicy, GetGroupPolicy and GetRolePolicy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html">GetUserPolicy</a>
 */
record GetInlinePolicy(IdentityStore store, IdentityKind kind) implements QueryAction {
    @Override
    public String name() {
        return "Get" + kind.title() + "Policy";
    }

    @Override
    public void answer(ActionCall call) {
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NAME);
        String policyName = IamInput.name(call.in(), "PolicyName", IamInput.NAME);
        Identity identity =
                store.read(call.account(), account -> Targets.authorized(call, account, kind, identityName));
        String document = identity.grants().inlinePolicies().get(policyName);
        if (document == null) {
            throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.noSuchInlinePolicy(kind, policyName));
        }
        call.out().text(kind.title() + "Name", identity.name());
        call.out().text("PolicyName", policyName);
        call.out().document("PolicyDocument", document);
    }
}
