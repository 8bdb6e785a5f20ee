package org.extenddb.auth.signin;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.extenddb.auth.UserCallers;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.LoginProfile;
import org.extenddb.core.identity.Password;
import org.extenddb.core.identity.PasswordPolicy;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.IdentityStore;
import org.jspecify.annotations.Nullable;

/** A user of an account who has a login profile. */
record UserLogin(
        IdentityStore store,
        UserCallers callers,
        Identity user,
        LoginProfile profile,
        @Nullable PasswordPolicy policy) implements Login {
    @Override
    public AccountId account() {
        return user.account();
    }

    @Override
    public String id() {
        return user.id();
    }

    @Override
    public Password password() {
        return profile.password();
    }

    @Override
    public boolean mustChange(Instant now) {
        return password().mustChange() || policy != null && policy.isExpired(password(), now);
    }

    @Override
    public boolean isShutOut(Instant now) {
        return policy != null && policy.hardExpiry() && policy.isExpired(password(), now);
    }

    @Override
    public @Nullable SignedIn who(Instant signedInAt) {
        Caller caller = callers.find(user.account(), user.id(), signedInAt);
        return caller == null ? null : new SignedIn.User(user.name(), caller);
    }

    @Override
    public void signedIn(Instant when) {
        change(it -> it.withSignIn(when));
    }

    @Override
    public List<String> faults(String newPassword) {
        return UserPasswordRules.faults(newPassword, policy);
    }

    @Override
    public boolean replace(Password newPassword) {
        return change(it -> it.withPassword(newPassword));
    }

    /** Unless another password was set in between, or the profile is gone. */
    private boolean change(UnaryOperator<LoginProfile> work) {
        return store.change(user.account(), account -> {
            LoginProfile now = account.loginProfile(user.id());
            if (now == null || !now.password().stamp().equals(profile.password().stamp())) {
                return false;
            }
            account.save(work.apply(now));
            return true;
        });
    }
}
