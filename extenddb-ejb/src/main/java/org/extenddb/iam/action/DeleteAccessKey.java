package org.extenddb.iam.action;

import org.extenddb.core.identity.Identity;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html">DeleteAccessKey</a> */
record DeleteAccessKey(IdentityStore store) implements QueryAction {
    @Override
    public String name() {
        return "DeleteAccessKey";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String userName = KeyOwner.userName(call);
        String accessKeyId = KeyOwner.accessKeyId(call);
        store.<@Nullable Object>change(call.account(), account -> {
            Identity user = KeyOwner.authorized(call, account, userName);
            account.delete(KeyOwner.key(account, user, accessKeyId));
            return null;
        });
    }
}
