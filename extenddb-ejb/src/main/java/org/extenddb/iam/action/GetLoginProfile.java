package org.extenddb.iam.action;

import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetLoginProfile.html">GetLoginProfile</a> */
record GetLoginProfile(IdentityStore store) implements QueryAction {
    @Override
    public String name() {
        return "GetLoginProfile";
    }

    @Override
    public void answer(ActionCall call) {
        String userName = IamInput.name(call.in(), "UserName", IamInput.NAME);
        store.<@Nullable Object>read(call.account(), account -> {
            Identity user = Targets.authorized(call, account, IdentityKind.USER, userName);
            LoginProfileXml.write(user, LoginProfileXml.existing(account, user), call.out());
            return null;
        });
    }
}
