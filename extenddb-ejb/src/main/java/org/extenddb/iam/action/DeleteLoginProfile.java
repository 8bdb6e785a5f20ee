package org.extenddb.iam.action;

import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteLoginProfile.html">DeleteLoginProfile</a> */
record DeleteLoginProfile(IdentityStore store) implements QueryAction {
    @Override
    public String name() {
        return "DeleteLoginProfile";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String userName = IamInput.name(call.in(), "UserName", IamInput.NAME);
        store.<@Nullable Object>change(call.account(), account -> {
            Identity user = Targets.authorized(call, account, IdentityKind.USER, userName);
            account.delete(LoginProfileXml.existing(account, user));
            return null;
        });
    }
}
