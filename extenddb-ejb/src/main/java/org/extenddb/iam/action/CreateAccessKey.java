package org.extenddb.iam.action;

import org.extenddb.auth.AccessKeySecrets;
import org.extenddb.auth.AccessKeySecrets.NewAccessKey;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.queryprotocol.ResultOutput;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html">CreateAccessKey</a> */
record CreateAccessKey(IdentityStore store, AccessKeySecrets secrets) implements QueryAction {
    @Override
    public String name() {
        return "CreateAccessKey";
    }

    @Override
    public void answer(ActionCall call) {
        String userName = KeyOwner.userName(call);
        ResultOutput out = call.out();
        store.<@Nullable Object>change(call.account(), account -> {
            Identity user = KeyOwner.authorized(call, account, userName);
            KeyOwner.requireRoom(account, user);
            String identityId = user == null ? null : user.id();
            NewAccessKey key = secrets.create(call.account(), identityId);
            account.insert(key.stored());
            out.begin("AccessKey");
            out.text("UserName", KeyOwner.shownName(user));
            out.text("AccessKeyId", key.stored().accessKeyId());
            out.text("Status", "Active");
            out.text("SecretAccessKey", key.secret());
            out.time("CreateDate", key.stored().createdAt());
            out.end();
            return null;
        });
    }
}
