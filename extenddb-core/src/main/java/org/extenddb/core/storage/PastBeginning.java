package org.extenddb.core.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import org.extenddb.core.model.TableDefinition;

/** Lets the past of a table begin whose point-in-time recovery was enabled. */
public final class PastBeginning {
    private static final long NANOS = 200_000;

    private PastBeginning() {}

    /**
     * Notes from when on nothing is missing, once no write is under way that keeps nothing. Where one does not end, nothing changes.
     *
     * @param enabled as it was changed last; a later change has a beginning of its own
     * @return the table as it is then
     */
    public static TableDefinition settle(TableCatalog catalog, HistoryStore history, TableDefinition enabled) {
        Instant since = history.settle();
        if (since == null) {
            return enabled;
        }
        // Clients see milliseconds, and may ask for the first.
        Instant first = since.plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
        while (history.now().isBefore(first)) {
            LockSupport.parkNanos(NANOS);
        }
        TableDefinition settled = catalog.update(
                enabled.address(),
                table -> table.version() == enabled.version() && table.storageId() == enabled.storageId()
                        ? table.with(table.settings()
                                .withRecovery(table.settings().recovery().since(first)))
                        : table);
        return settled == null ? enabled : settled;
    }
}
