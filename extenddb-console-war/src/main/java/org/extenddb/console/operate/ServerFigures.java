package org.extenddb.console.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.telemetry.DatabaseProbe;
import org.extenddb.telemetry.StorageFigures;
import org.extenddb.telemetry.StorageProbe;
import org.extenddb.telemetry.TableSize;
import org.extenddb.telemetry.Traffic;
import org.extenddb.telemetry.TrafficTotals;

/** What this server tells of itself. */
@ApplicationScoped
public class ServerFigures {
    private final Traffic traffic;
    private final DatabaseProbe database;
    private final StorageProbe storage;

    @SuppressWarnings({"NullAway", "unused"})
    protected ServerFigures() {
        this(null, null, null);
    }

    @Inject
    public ServerFigures(Traffic traffic, DatabaseProbe database, StorageProbe storage) {
        this.traffic = traffic;
        this.database = database;
        this.storage = storage;
    }

    public List<TrafficTotals> byOperation() {
        return traffic.byOperation();
    }

    public List<TrafficTotals> byTable(int most) {
        return traffic.byTable(most);
    }

    public TrafficTotals ofTable(String arn) {
        return traffic.ofTable(arn);
    }

    /** Why the database cannot be used; empty when it can. */
    public String databaseProblem() {
        return database.problem();
    }

    /** The tables that keep most; none while the database does not answer. */
    public List<TableSize> largest(int most) {
        try {
            return storage.largest(most);
        } catch (StorageUnavailableException e) {
            return List.of();
        }
    }

    /** What is kept; nothing while the database does not answer, which {@link #databaseProblem} tells. */
    public StorageFigures storage() {
        try {
            return storage.look();
        } catch (StorageUnavailableException e) {
            return StorageFigures.NONE;
        }
    }
}
