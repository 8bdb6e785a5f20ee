package org.extenddb.iam.action;

import org.extenddb.core.identity.Identity;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.queryprotocol.ResultOutput;
import org.extenddb.core.storage.AccessKeyUse;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html">GetAccessKeyLastUsed</a> */
record GetAccessKeyLastUsed(IdentityStore store) implements QueryAction {
    private static final String NOT_AVAILABLE = "N/A";

    @Override
    public String name() {
        return "GetAccessKeyLastUsed";
    }

    @Override
    public void answer(ActionCall call) {
        String accessKeyId = KeyOwner.accessKeyId(call);
        store.<@Nullable Object>read(call.account(), account -> {
            StoredAccessKey key = account.accessKey(accessKeyId);
            Identity user = key == null || key.identityId() == null ? null : account.findById(key.identityId());
            call.authorize(user == null ? "*" : user.arn(), Conditions.of(user));
            if (key == null) {
                throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.noSuchKey(accessKeyId));
            }
            write(call.out(), KeyOwner.shownName(user), account.lastUse(accessKeyId));
            return null;
        });
    }

    private static void write(ResultOutput out, String userName, @Nullable AccessKeyUse use) {
        out.text("UserName", userName);
        out.begin("AccessKeyLastUsed");
        if (use != null) {
            out.time("LastUsedDate", use.usedAt());
        }
        out.text("ServiceName", use == null ? NOT_AVAILABLE : use.service());
        out.text("Region", use == null ? NOT_AVAILABLE : use.region());
        out.end();
    }
}
