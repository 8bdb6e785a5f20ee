package org.extenddb.iam.action;

import java.util.List;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.queryprotocol.ResultOutput;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html">ListAccessKeys</a> */
record ListAccessKeys(IdentityStore store) implements QueryAction {
    @Override
    public String name() {
        return "ListAccessKeys";
    }

    /** A user has two at most: there is never a second page. */
    @Override
    public void answer(ActionCall call) {
        String userName = KeyOwner.userName(call);
        Page page = Page.of(call.in());
        ResultOutput out = call.out();
        store.<@Nullable Object>read(call.account(), account -> {
            Identity user = KeyOwner.authorized(call, account, userName);
            List<StoredAccessKey> keys = account.accessKeys(user == null ? null : user.id());
            out.list("AccessKeyMetadata", keys, key -> {
                out.text("UserName", KeyOwner.shownName(user));
                out.text("AccessKeyId", key.accessKeyId());
                out.text("Status", key.active() ? "Active" : "Inactive");
                out.time("CreateDate", key.createdAt());
            });
            page.end("", out);
            return null;
        });
    }
}
