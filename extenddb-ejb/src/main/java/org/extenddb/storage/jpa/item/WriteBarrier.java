package org.extenddb.storage.jpa.item;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.extenddb.storage.jpa.sql.Database;

/**
 * Tells when no write can come any more that was made for a definition older than the present one (ADR 14). A statement locks
 * {@code ddb_item} before it takes the snapshot by which it checks the definition's version: those that hold the lock now may
 * have seen an older version, those that come later have not.
 */
public final class WriteBarrier {
    private static final long POLL_MILLIS = 20;

    /** Of this database's writers, whichever server they belong to; a transaction keeps the lock to its end. */
    private static final String WRITERS = " FROM pg_locks WHERE locktype = 'relation' AND granted"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            + " AND relation = '%s'::regclass"
            + " AND mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')";

    private final Database database;
    private final String list;
    private final String count;

    /** For those who write items. */
    public WriteBarrier(Database database) {
        this(database, "ddb_item");
    }

    /** For those who write to another table of the database's. */
    public WriteBarrier(Database database, String table) {
        this.database = database;
        String writers = WRITERS.formatted(table);
        this.list = "SELECT coalesce(array_agg(DISTINCT virtualtransaction), '{}')" + writers;
        this.count = "SELECT count(*)" + writers + " AND virtualtransaction = ANY (?)";
    }

    /**
     * Returns when every transaction has ended that may write under a definition older than those which are committed now.
     *
     * @return false when some had not ended in time; nothing is known then
     */
    public boolean await(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        String[] writers = database.read(this::writers);
        while (writers.length > 0 && database.read(connection -> count(connection, writers)) > 0) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
        }
        return true;
    }

    private String[] writers(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(list);
                ResultSet row = select.executeQuery()) {
            row.next();
            return (String[]) row.getArray(1).getArray();
        }
    }

    private int count(Connection connection, String[] writers) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(count)) {
            Array array = connection.createArrayOf("text", writers);
            select.setArray(1, array);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
