package org.extenddb.console.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.extenddb.console.session.LocalAddress;
import org.extenddb.telemetry.DatabaseProbe;
import org.jspecify.annotations.Nullable;

/** What went wrong, and where to go from here. */
@Named("failure")
@RequestScoped
public class ErrorBean {
    private final HttpServletRequest request;
    private final String database;

    @SuppressWarnings({"NullAway.Init", "unused"})
    protected ErrorBean() {
        this.request = null;
        this.database = "";
    }

    @Inject
    public ErrorBean(HttpServletRequest request, DatabaseProbe database) {
        this.request = request;
        this.database = database.problem();
    }

    /** Why the database cannot be used; empty when it can. */
    public String getDatabase() {
        return database;
    }

    public boolean isDatabaseLost() {
        return !database.isEmpty();
    }

    public @Nullable String getId() {
        return request.getParameter("id");
    }

    public @Nullable String getRefusal() {
        return request.getParameter("refusal");
    }

    public @Nullable String getWords() {
        return request.getParameter("words");
    }

    /** The page that failed. */
    public String getFrom() {
        return LocalAddress.of(request.getParameter("from"), "tables.xhtml");
    }
}
