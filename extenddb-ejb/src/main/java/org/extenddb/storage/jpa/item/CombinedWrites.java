package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.SqlStates;

/**
 * Writes rows of one layout, those that come at the same time in one statement: they share a round trip, a transaction and its
 * flush to disk. Each caller returns after that commit. Rows are written in key order, so that batches do not deadlock.
 */
abstract class CombinedWrites {
    /** While one batch is flushed to disk the next one is under way. */
    private static final int LANES = 2;

    private static final int MAX_ROWS = 64;

    private final Database database;
    private final Combiner<RowWrite> combiner = new Combiner<>(LANES, MAX_ROWS, this::write);

    CombinedWrites(Database database) {
        this.database = database;
    }

    /** Writes one row and answers whether it was written. */
    abstract boolean writeOne(Connection connection, RowWrite row) throws SQLException;

    /** Writes rows of different keys, in key order, and marks those that were written. */
    abstract void writeAll(Connection connection, List<RowWrite> rows) throws SQLException;

    /** Returns when the row is written and durable, or shown not to be the one expected. */
    final boolean write(RowWrite row) {
        if (row.isSmall()) {
            combiner.perform(row);
        } else {
            writeAlone(row);
        }
        return row.outcome();
    }

    private void write(List<RowWrite> batch) {
        if (batch.size() == 1) {
            writeAlone(batch.get(0));
            return;
        }
        // Of several writes of one row the last one stays, and covers the others.
        Map<ItemAddress, RowWrite> last = new TreeMap<>(RowWrite.KEY_ORDER);
        for (RowWrite row : batch) {
            last.put(row.address(), row);
        }
        try {
            database.write(connection -> {
                writeAll(connection, List.copyOf(last.values()));
                return true;
            });
        } catch (StorageUnavailableException e) {
            if (!(e.getCause() instanceof SQLException sql) || !SqlStates.isRefusal(sql)) {
                throw e;
            }
            // Nothing was written: one row's fault must not be another's.
            batch.forEach(this::writeAlone);
            return;
        }
        for (RowWrite row : batch) {
            row.coveredBy(Objects.requireNonNull(last.get(row.address())));
        }
    }

    private void writeAlone(RowWrite row) {
        try {
            row.ended(database.write(connection -> writeOne(connection, row)));
        } catch (StorageUnavailableException e) {
            row.failed(e);
        }
    }
}
