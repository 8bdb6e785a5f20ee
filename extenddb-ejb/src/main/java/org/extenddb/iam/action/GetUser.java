package org.extenddb.iam.action;

import java.time.Instant;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.LoginProfile;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html">GetUser</a> */
record GetUser(IdentityStore store) implements QueryAction {
    @Override
    public String name() {
        return "GetUser";
    }

    @Override
    public void answer(ActionCall call) {
        String userName = KeyOwner.userName(call);
        call.out().begin("User");
        if (userName == null) {
            root(call);
        } else {
            store.<@Nullable Object>read(call.account(), account -> {
                Identity user = Targets.authorized(call, account, IdentityKind.USER, userName);
                IdentityResult.write(user, true, call.out());
                LoginProfile profile = account.loginProfile(user.id());
                if (profile != null && profile.lastSignInAt() != null) {
                    call.out().time("PasswordLastUsed", profile.lastSignInAt());
                }
                return null;
            });
        }
        call.out().end();
    }

    /** A root user shows without a name. */
    private static void root(ActionCall call) {
        call.authorize(call.caller().arn(), new Conditions());
        call.out().text("UserId", call.account().value());
        call.out().text("Arn", call.caller().arn());
        call.out().time("CreateDate", Instant.EPOCH);
    }
}
