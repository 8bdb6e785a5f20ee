package org.extenddb.auth.signin;

import jakarta.inject.Inject;
import org.extenddb.auth.UserCallers;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.SignInConfig;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Administrator;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.LoginProfile;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.AdministratorStore;
import org.extenddb.core.storage.IdentityStore;
import org.jspecify.annotations.Nullable;

/** Finds those who have passwords. */
@SingleInstance
public final class Logins {
    private final AdministratorStore administrators;
    private final IdentityStore identities;
    private final UserCallers callers;
    private final SignInConfig config;
    private final FirstAdministrator first;

    @Inject
    public Logins(
            AdministratorStore administrators,
            IdentityStore identities,
            UserCallers callers,
            SignInConfig config,
            FirstAdministrator first) {
        this.first = first;
        this.administrators = administrators;
        this.identities = identities;
        this.callers = callers;
        this.config = config;
    }

    /** By name; null when there is no such one, or none who may sign in. */
    @Nullable
    Login named(@Nullable AccountId account, String name) {
        if (account == null) {
            first.provide(name);
            return administrator(name);
        }
        return name.indexOf('\0') >= 0
                ? null
                : identities.read(account, it -> user(it, it.find(IdentityKind.USER, name)));
    }

    /** By what tokens know it by; null when that one is gone, or may sign in no longer. */
    @Nullable
    Login of(TokenClaims claims) {
        AccountId account = claims.account();
        return account == null
                ? administrator(claims.id())
                : identities.read(account, it -> user(it, it.findById(claims.id())));
    }

    private @Nullable Login administrator(String name) {
        Administrator found = administrators.find(name);
        return found == null || !found.active()
                ? null
                : new AdministratorLogin(administrators, found, config.minimumLength());
    }

    private @Nullable Login user(AccountIdentities account, @Nullable Identity user) {
        Account details = account.details();
        if (user == null || details == null || details.isClosed()) {
            return null;
        }
        LoginProfile profile = account.loginProfile(user.id());
        return profile == null ? null : new UserLogin(identities, callers, user, profile, details.passwordPolicy());
    }
}
