package org.extenddb.iam.action;

import org.extenddb.auth.AwsManagedPolicies;
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
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NAME);
        String policyArn = IamInput.policyArn(call.in(), "PolicyArn");
        store.<@Nullable Object>change(call.account(), account -> {
            Identity target = account.find(kind, identityName);
            call.authorize(
                    Targets.arn(account, kind, identityName, target),
                    Conditions.of(target).policyArn(policyArn));
            Identity identity = Targets.existing(kind, identityName, target);
            Targets.requireAttachable(account, awsPolicies, policyArn);
            Grants grants = identity.grants().attaching(policyArn);
            if (grants.attachedPolicies().size() > QUOTA) {
                throw QueryException.of(
                        QueryError.LIMIT_EXCEEDED, MessagesIam.quota("PoliciesPer" + kind.title(), QUOTA));
            }
            account.save(identity.withGrants(grants));
            return null;
        });
    }
}
