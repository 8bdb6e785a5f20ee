package org.extenddb.iam.action;

import org.extenddb.auth.signin.PasswordHasher;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.LoginProfile;
import org.extenddb.core.identity.Password;
import org.extenddb.core.identity.PasswordPolicy;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html">CreateLoginProfile</a> */
record CreateLoginProfile(IdentityStore store, PasswordHasher hasher) implements QueryAction {
    @Override
    public String name() {
        return "CreateLoginProfile";
    }

    @Override
    public void answer(ActionCall call) {
        String userName = IamInput.name(call.in(), "UserName", IamInput.NAME);
        String password = NewPassword.read(call.in(), "Password");
        boolean mustChange = IamInput.bool(call.in(), "PasswordResetRequired");
        PasswordPolicy policy = store.<@Nullable PasswordPolicy>read(call.account(), account -> {
            withoutProfile(call, account, userName);
            return NewPassword.policy(account);
        });
        Password hashed = NewPassword.of(password, mustChange, policy, hasher);
        store.<@Nullable Object>change(call.account(), account -> {
            Identity user = withoutProfile(call, account, userName);
            LoginProfile profile = LoginProfile.of(user.id(), hashed);
            account.insert(profile);
            LoginProfileXml.write(user, profile, call.out());
            return null;
        });
    }

    private static Identity withoutProfile(ActionCall call, AccountIdentities account, String userName) {
        Identity user = Targets.authorized(call, account, IdentityKind.USER, userName);
        if (account.loginProfile(user.id()) != null) {
            throw QueryException.of(QueryError.ENTITY_ALREADY_EXISTS, MessagesIam.loginProfileExists(user.name()));
        }
        return user;
    }
}
