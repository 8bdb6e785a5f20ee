package org.extenddb.iam.action;

import org.extenddb.core.identity.Grants;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.jspecify.annotations.Nullable;

/** Changes which managed policies an identity has. */
final class AttachmentChange {
    private AttachmentChange() {}

    /** What an identity of the account then has, when it is about this policy. */
    interface Change {
        Grants of(AccountIdentities account, Grants grants, String policyArn);
    }

    static void answer(ActionCall call, IdentityStore store, IdentityKind kind, Change change) {
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NAME);
        String policyArn = IamInput.policyArn(call.in(), "PolicyArn");
        store.<@Nullable Object>change(call.account(), account -> {
            Identity target = account.find(kind, identityName);
            call.authorize(
                    Targets.arn(account, kind, identityName, target),
                    Conditions.of(target).policyArn(policyArn));
            Identity identity = Targets.existing(kind, identityName, target);
            account.save(identity.withGrants(change.of(account, identity.grants(), policyArn)));
            return null;
        });
    }
}
