package org.extenddb.auth.signin;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.identity.Password;
import org.extenddb.core.identity.UniqueIds;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in by name and password: administrators of the installation, and users of accounts. Names that nobody has take the same
 * way and the same time as others, locks included.
 */
@SingleInstance
public final class SignIn {
    private final Logins logins;
    private final Attempts attempts;
    private final PasswordHasher hasher;
    private final BearerTokens tokens;
    private final List<SignInObserver> observers;

    @Inject
    public SignIn(
            Logins logins,
            Attempts attempts,
            PasswordHasher hasher,
            BearerTokens tokens,
            @Any Instance<SignInObserver> observers) {
        this(logins, attempts, hasher, tokens, observers.stream().toList());
    }

    SignIn(
            Logins logins,
            Attempts attempts,
            PasswordHasher hasher,
            BearerTokens tokens,
            List<SignInObserver> observers) {
        this.logins = logins;
        this.attempts = attempts;
        this.hasher = hasher;
        this.tokens = tokens;
        this.observers = List.copyOf(observers);
    }

    /**
     * Signs somebody in.
     *
     * @throws org.extenddb.core.storage.StorageUnavailableException when the database cannot be asked
     * @throws org.extenddb.auth.SecretUnreadableException when the installation has no usable encryption key
     */
    public SignInResult signIn(SignInRequest request) {
        return told(request, false, proven(request, this::enter));
    }

    /**
     * Changes the password of somebody who knows the present one, and signs in with the new one. All earlier tokens end.
     *
     * @throws org.extenddb.core.storage.StorageUnavailableException when it is not known whether it was changed
     */
    public SignInResult changePassword(SignInRequest request, String newPassword) {
        return told(request, true, proven(request, login -> change(login, request, newPassword)));
    }

    /**
     * Who a bearer token stands for, with the rights of now.
     *
     * @return null when it is none of ours, has expired, or ended with a change of password, deactivation or deletion
     */
    public @Nullable SignedIn check(String token) {
        TokenClaims claims = tokens.open(token);
        if (claims == null) {
            return null;
        }
        Login login = current(claims);
        return login == null ? null : login.who(claims.signedInAt());
    }

    /** A later token in place of one that is good still, as long as the time since signing in allows; null when there is none. */
    public @Nullable BearerToken renew(String token) {
        TokenClaims claims = tokens.open(token);
        if (claims == null) {
            return null;
        }
        Login login = current(claims);
        return login == null ? null : tokens.issue(login, claims.signedInAt());
    }

    /** Lets somebody try again who is locked. */
    public void unlock(@Nullable AccountId account, String name) {
        attempts.forget(Subject.of(account, name));
    }

    /** Until when somebody is locked; null when that is not so. */
    public @Nullable Instant lockedUntil(@Nullable AccountId account, String name) {
        return attempts.lockedUntil(Subject.of(account, name));
    }

    private interface Entry {
        SignInResult of(Login login);
    }

    private SignInResult told(SignInRequest request, boolean change, SignInResult result) {
        observers.forEach(observer -> observer.ended(request, change, result));
        return result;
    }

    private SignInResult proven(SignInRequest request, Entry entry) {
        try {
            return checked(request, entry);
        } catch (TooManySignInsException e) {
            return new SignInResult.Busy();
        }
    }

    private SignInResult checked(SignInRequest request, Entry entry) {
        String subject = Subject.of(request.account(), request.name());
        Instant locked = attempts.begin(subject);
        if (locked != null) {
            return new SignInResult.Locked(locked);
        }
        Login login = logins.named(request.account(), request.name());
        boolean right = hasher.matches(
                request.password(), login == null ? null : login.password().hash());
        if (login == null || !right || login.isShutOut(tokens.now())) {
            return new SignInResult.Refused();
        }
        attempts.forget(subject);
        return entry.of(login);
    }

    private SignInResult enter(Login login) {
        if (login.mustChange(tokens.now())) {
            return new SignInResult.MustChangePassword();
        }
        Instant now = UniqueIds.wholeSecond(tokens.now());
        login.signedIn(now);
        return accepted(login, now);
    }

    private SignInResult change(Login login, SignInRequest request, String newPassword) {
        if (newPassword.equals(request.password())) {
            return new SignInResult.Rejected(List.of("The new password must be another one."));
        }
        List<String> faults = login.faults(newPassword);
        if (!faults.isEmpty()) {
            return new SignInResult.Rejected(faults);
        }
        if (!login.replace(Password.of(hasher.hash(newPassword), false))) {
            return new SignInResult.Refused();
        }
        Login changed = logins.named(request.account(), request.name());
        return changed == null ? new SignInResult.Refused() : enter(changed);
    }

    private SignInResult accepted(Login login, Instant now) {
        SignedIn who = login.who(now);
        return who == null ? new SignInResult.Refused() : new SignInResult.Accepted(who, tokens.issue(login, now));
    }

    private @Nullable Login current(TokenClaims claims) {
        Login login = logins.of(claims);
        return login == null
                        || login.password().mustChange()
                        || !login.password().stamp().equals(claims.stamp())
                ? null
                : login;
    }
}
