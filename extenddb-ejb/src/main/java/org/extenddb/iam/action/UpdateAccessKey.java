package org.extenddb.iam.action;

import java.util.List;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.Violations;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html">UpdateAccessKey</a> */
record UpdateAccessKey(IdentityStore store) implements QueryAction {
    private static final String ACTIVE = "Active";

    @Override
    public String name() {
        return "UpdateAccessKey";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String userName = KeyOwner.userName(call);
        String accessKeyId = KeyOwner.accessKeyId(call);
        String status = call.in().required("Status");
        new Violations()
                .oneOf(new EnumMember("status", status, List.of(ACTIVE, "Inactive")))
                .check();
        store.<@Nullable Object>change(call.account(), account -> {
            Identity user = KeyOwner.authorized(call, account, userName);
            account.save(KeyOwner.key(account, user, accessKeyId).withStatus(status.equals(ACTIVE)));
            return null;
        });
    }
}
