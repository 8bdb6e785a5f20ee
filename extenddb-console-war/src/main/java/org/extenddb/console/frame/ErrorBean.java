package org.extenddb.console.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.regex.Pattern;
import org.extenddb.console.session.ConsoleSession;
import org.extenddb.console.session.LocalAddress;
import org.extenddb.telemetry.DatabaseProbe;
import org.jspecify.annotations.Nullable;

/** What went wrong, and where to go from here. */
@Named("failure")
@RequestScoped
public class ErrorBean {
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final HttpServletRequest request;
    private final String database;
    private final boolean signedIn;

    @SuppressWarnings({"NullAway", "unused"})
    protected ErrorBean() {
        this.request = null;
        this.database = "";
        this.signedIn = false;
    }

    @Inject
    public ErrorBean(HttpServletRequest request, DatabaseProbe database, ConsoleSession session) {
        this.request = request;
        this.database = database.problem();
        this.signedIn = session.isSignedIn();
    }

    /** Why the database cannot be used; empty when it can. */
    public String getDatabase() {
        return database;
    }

    public boolean isDatabaseLost() {
        return !database.isEmpty();
    }

    /** By which the log knows it; empty where the address has none of ours. */
    public String getId() {
        String id = request.getParameter("id");
        return id != null && ID.matcher(id).matches() ? id : "";
    }

    /** Whether there is no such page at all. */
    public boolean isMissing() {
        return Integer.valueOf(HttpServletResponse.SC_NOT_FOUND)
                .equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    }

    public @Nullable String getRefusal() {
        Refusal refusal = refusal();
        return refusal == null ? null : refusal.title();
    }

    public @Nullable String getWords() {
        Refusal refusal = refusal();
        return refusal == null ? null : refusal.words();
    }

    private @Nullable Refusal refusal() {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(Refusal.class.getName()) instanceof Refusal refusal
                        && refusal.id().equals(getId())
                ? refusal
                : null;
    }

    /** Whoever is signed in keeps the menu around them: what one page was refused for another may show. */
    public String getTemplate() {
        return isDatabaseLost() || isMissing() || !signedIn ? "door" : "frame";
    }

    /** The page that failed. */
    public String getFrom() {
        return LocalAddress.of(request.getParameter("from"), "tables.xhtml");
    }
}
