package org.extenddb.console.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.extenddb.auth.signin.SignIn;
import org.extenddb.auth.signin.SignInResult;
import org.extenddb.console.message.Notices;
import org.jspecify.annotations.Nullable;

/** Chooses another password, and signs in with it. */
@Named("password")
@RequestScoped
public class PasswordBean {
    private final Door door;
    private final SignIn signIn;
    private final Notices notices;
    private String account = "";
    private String name = "";
    private String present = "";
    private String next = "";
    private String repeated = "";

    @SuppressWarnings({"NullAway", "unused"})
    protected PasswordBean() {
        this(null, null, null);
    }

    @Inject
    public PasswordBean(Door door, SignIn signIn, Notices notices) {
        this.door = door;
        this.signIn = signIn;
        this.notices = notices;
    }

    public void change() throws IOException {
        if (!next.equals(repeated)) {
            notices.refusedEntry("passwordsDiffer");
        } else if (Door.isAccount(account)) {
            SignInResult result = signIn.changePassword(door.request(account, name, present), next);
            if (result instanceof SignInResult.Accepted && door.isSignedIn()) {
                door.leave();
            } else {
                door.answer(result, null);
            }
        } else {
            notices.refusedEntry("signInRefused");
        }
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account == null ? "" : account;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }
}
