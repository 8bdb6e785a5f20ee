package org.extenddb.iam.action;

import org.extenddb.auth.BootstrapKey;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html">DeleteAccessKey</a> */
record DeleteAccessKey(IdentityStore store, BootstrapKey bootstrap) implements QueryAction {
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
            StoredAccessKey key = KeyOwner.key(account, user, accessKeyId);
            if (bootstrap.isConfigured(accessKeyId)) {
                throw QueryException.of(QueryError.DELETE_CONFLICT, MessagesIam.BOOTSTRAP_KEY);
            }
            account.delete(key);
            return null;
        });
    }
}
