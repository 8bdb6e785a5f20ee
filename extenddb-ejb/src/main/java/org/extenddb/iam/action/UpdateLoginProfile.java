package org.extenddb.iam.action;

import org.extenddb.auth.signin.PasswordHasher;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.LoginProfile;
import org.extenddb.core.identity.Password;
import org.extenddb.core.identity.PasswordPolicy;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateLoginProfile.html">UpdateLoginProfile</a> */
record UpdateLoginProfile(IdentityStore store, PasswordHasher hasher) implements QueryAction {
    @Override
    public String name() {
        return "UpdateLoginProfile";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String userName = IamInput.name(call.in(), "UserName", IamInput.NAME);
        String password = call.in().find("Password") == null ? null : NewPassword.read(call.in(), "Password");
        Boolean mustChange = call.in().find("PasswordResetRequired") == null
                ? null
                : Boolean.valueOf(IamInput.bool(call.in(), "PasswordResetRequired"));
        PasswordPolicy policy = store.<@Nullable PasswordPolicy>read(call.account(), account -> {
            profile(call, account, userName);
            return NewPassword.policy(account);
        });
        Password hashed = password == null ? null : NewPassword.of(password, false, policy, hasher);
        store.<@Nullable Object>change(call.account(), account -> {
            LoginProfile profile = profile(call, account, userName);
            Password next = hashed == null
                    ? profile.password()
                    : hashed.withMustChange(profile.password().mustChange());
            account.save(profile.withPassword(mustChange == null ? next : next.withMustChange(mustChange)));
            return null;
        });
    }

    private static LoginProfile profile(ActionCall call, AccountIdentities account, String userName) {
        Identity user = Targets.authorized(call, account, IdentityKind.USER, userName);
        return LoginProfileXml.existing(account, user);
    }
}
