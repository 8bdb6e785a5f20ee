package org.extenddb.console.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.extenddb.admin.AccountService;
import org.extenddb.auth.signin.KeySignInRequest;
import org.extenddb.auth.signin.SignInRequest;
import org.extenddb.auth.signin.SignInResult;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.config.IdentityConfig;
import org.extenddb.console.message.Notices;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** Lets people in, or tells them why not. */
@ApplicationScoped
public class Door {
    private static final String HOME = "tables.xhtml";

    private final ConsoleSession session;
    private final HttpServletRequest request;
    private final IdentityConfig identities;
    private final AccountService accounts;
    private final Notices notices;

    @SuppressWarnings({"NullAway", "unused"})
    protected Door() {
        this(null, null, null, null, null);
    }

    @Inject
    public Door(
            ConsoleSession session,
            HttpServletRequest request,
            IdentityConfig identities,
            AccountService accounts,
            Notices notices) {
        this.accounts = accounts;
        this.session = session;
        this.request = request;
        this.identities = identities;
        this.notices = notices;
    }

    static boolean isAccount(String account) {
        return account.isBlank() || account.strip().matches("[0-9]{12}");
    }

    SignInRequest request(String account, String name, String password) {
        return new SignInRequest(
                account.isBlank() ? null : new AccountId(account.strip()),
                name.strip(),
                password,
                request.getRemoteAddr());
    }

    KeySignInRequest keyRequest(String accessKeyId, String secret) {
        return new KeySignInRequest(accessKeyId.strip(), secret.strip(), request.getRemoteAddr());
    }

    boolean isSignedIn() {
        return Entrance.isOpen(request);
    }

    /** Out, and back to the door: what was signed in with holds no longer. */
    void leave() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.invalidateSession();
        external.redirect("signin.xhtml");
    }

    String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    void answer(SignInResult result, @Nullable String next) throws IOException {
        if (result instanceof SignInResult.Accepted accepted) {
            SignedIn who = accepted.who();
            boolean administrator = who instanceof SignedIn.Administrator;
            AccountId home =
                    who instanceof SignedIn.User user ? user.account() : accounts.home(identities.bootstrapAccount());
            enter(
                    new Visitor.Member(
                            who.name(),
                            administrator,
                            accepted.token().text(),
                            accepted.token().expiresAt()),
                    home,
                    next);
        } else if (result instanceof SignInResult.Locked locked) {
            locked(locked.until());
        } else if (result instanceof SignInResult.Rejected rejected) {
            rejected.reasons().forEach(reason -> notices.problem(reason, ""));
        } else {
            notices.refusedEntry(result instanceof SignInResult.Busy ? "signInBusy" : "signInRefused");
        }
    }

    void locked(Instant until) {
        long minutes = Duration.between(Instant.now(), until).toMinutes() + 1;
        notices.refusedEntry("signInLocked", minutes);
    }

    /**
     * Goes on to the page that was asked for. A session is one person's from beginning to end: pages that are open in it show what that
     * person may see. Whoever comes to the door of one that is open leaves it first.
     */
    void enter(Visitor visitor, AccountId home, @Nullable String next) throws IOException {
        if (isSignedIn()) {
            notices.refusedEntry("signInTwice", session.getName());
            return;
        }
        Entrance.open(request);
        session.signIn(visitor, home);
        FacesContext.getCurrentInstance().getExternalContext().redirect(LocalAddress.of(next, HOME));
    }
}
