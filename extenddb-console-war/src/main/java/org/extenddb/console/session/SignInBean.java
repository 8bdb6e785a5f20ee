package org.extenddb.console.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.extenddb.auth.signin.KeySignIn;
import org.extenddb.auth.signin.KeySignInResult;
import org.extenddb.auth.signin.SignIn;
import org.extenddb.auth.signin.SignInResult;
import org.extenddb.console.message.Notices;
import org.extenddb.core.iam.Caller;
import org.jspecify.annotations.Nullable;

/** The form at the door: a name and password, or an access key. */
@Named("signIn")
@RequestScoped
public class SignInBean {
    private final Door door;
    private final SignIn signIn;
    private final KeySignIn keys;
    private final Notices notices;
    private String account = "";
    private String name = "";
    private String password = "";
    private @Nullable String next;

    @SuppressWarnings({"NullAway", "unused"})
    protected SignInBean() {
        this(null, null, null, null);
    }

    @Inject
    public SignInBean(Door door, SignIn signIn, KeySignIn keys, Notices notices) {
        this.door = door;
        this.signIn = signIn;
        this.keys = keys;
        this.notices = notices;
    }

    public @Nullable String enter() throws IOException {
        if (!Door.isAccount(account)) {
            notices.refusedEntry("signInRefused");
            return null;
        }
        SignInResult result = signIn.signIn(door.request(account, name, password));
        if (result instanceof SignInResult.MustChangePassword) {
            return "password?faces-redirect=true&name=" + door.encoded(name) + "&account="
                    + door.encoded(account.strip());
        }
        door.answer(result, next);
        return null;
    }

    /** With the key's id for a name, and its secret for a password. */
    public void enterByKey() throws IOException {
        KeySignInResult result = keys.signIn(door.keyRequest(name, password));
        if (result instanceof KeySignInResult.Accepted accepted) {
            Caller caller = accepted.caller();
            door.enter(new Visitor.KeyOwner(caller.arn(), caller.accessKeyId()), caller.account(), next);
        } else if (result instanceof KeySignInResult.Locked locked) {
            door.locked(locked.until());
        } else {
            notices.refusedEntry("signInRefused");
        }
    }

    /** Whoever is signed in already has no business at the door. */
    public @Nullable String pass() {
        return door.isSignedIn() ? "tables?faces-redirect=true" : null;
    }

    /** Whether an access key is asked for. */
    public boolean isByKey() {
        return "key"
                .equals(FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get("with"));
    }

    /** Empty for an administrator of the installation. */
    public String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account == null ? "" : account;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public @Nullable String getNext() {
        return next;
    }

    public void setNext(@Nullable String next) {
        this.next = next;
    }
}
