package org.extenddb.iam.action;

import java.util.Objects;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccountPasswordPolicy.html">DeleteAccountPasswordPolicy</a> */
record DeleteAccountPasswordPolicy(IdentityStore store) implements QueryAction {
    @Override
    public String name() {
        return "DeleteAccountPasswordPolicy";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        call.authorize("*", new Conditions());
        store.<@Nullable Object>change(call.account(), account -> {
            GetAccountPasswordPolicy.existing(account);
            account.save(Objects.requireNonNull(account.details()).withPasswordPolicy(null));
            return null;
        });
    }
}
