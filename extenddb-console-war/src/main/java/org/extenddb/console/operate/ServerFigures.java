package org.extenddb.console.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.telemetry.DatabaseProbe;
import org.extenddb.telemetry.OperationTotals;
import org.extenddb.telemetry.RequestTotals;

/** What this server tells of itself. */
@ApplicationScoped
public class ServerFigures {
    private final RequestTotals totals;
    private final DatabaseProbe database;

    @SuppressWarnings({"NullAway.Init", "unused"})
    protected ServerFigures() {
        this(null, null);
    }

    @Inject
    public ServerFigures(RequestTotals totals, DatabaseProbe database) {
        this.totals = totals;
        this.database = database;
    }

    public List<OperationTotals> byOperation() {
        return totals.byOperation();
    }

    /** Why the database cannot be used; empty when it can. */
    public String databaseProblem() {
        return database.problem();
    }
}
