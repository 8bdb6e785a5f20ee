package org.extenddb.console.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.extenddb.admin.AdminCall;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.signin.SignedIn;

/** In whose name the console asks the services of administration. */
@ApplicationScoped
public class AdminCalls {
    private final ConsoleSession session;
    private final Senders senders;

    @SuppressWarnings({"NullAway", "unused"})
    protected AdminCalls() {
        this(null, null);
    }

    @Inject
    public AdminCalls(ConsoleSession session, Senders senders) {
        this.session = session;
        this.senders = senders;
    }

    /** @throws SignedOutException when nobody is signed in, or whoever was is gone */
    public AdminCall current() {
        // Asked for in any case: it ends where whoever signed in is gone.
        Authenticated sender = senders.current();
        SignedIn who = session.isAdministrator()
                ? new SignedIn.Administrator(session.getName())
                : new SignedIn.User(session.getName(), sender.caller());
        return new AdminCall(who, senders.context());
    }
}
