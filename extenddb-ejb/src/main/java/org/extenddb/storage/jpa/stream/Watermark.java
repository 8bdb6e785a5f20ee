package org.extenddb.storage.jpa.stream;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.extenddb.storage.jpa.sql.Database;

/**
 * Up to where records are final. Sequence numbers are taken before the commit, so records become visible in another order than that of
 * their numbers: whoever read on from the greatest number seen would miss those that were overtaken.
 *
 * <p>A statement that records takes its lock on {@code ddb_stream_record} before it takes a number, and keeps it until its
 * transaction has ended for everybody. So: read the last number that was given; then see who holds the lock; when those have let go,
 * every record up to that number is visible or never will be.
 */
final class Watermark {
    private static final long FIRST_PAUSE_MICROS = 200;
    private static final long LONGEST_PAUSE_MICROS = 5_000;

    static final String LAST = "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM ddb_stream_sequence";

    private static final String WRITERS = " FROM pg_locks WHERE locktype = 'relation' AND granted"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            + " AND relation = 'ddb_stream_record'::regclass AND mode = 'RowExclusiveLock'";

    private static final String LIST = "SELECT coalesce(array_agg(DISTINCT virtualtransaction), '{}')" + WRITERS;
    private static final String COUNT = "SELECT count(*)" + WRITERS + " AND virtualtransaction = ANY (?)";

    private final Database database;
    private final Duration patience;
    private final Lock lock = new ReentrantLock();
    private long settled;
    private long settledSince;
    private boolean known;

    /** What is waited for, so that a call which gives up leaves its work to the next one. */
    private long pending;

    private String[] writers = {};

    /** @param patience how long a call may wait for writers; the answer is an older one then */
    Watermark(Database database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /**
     * The number up to which all records are final. It covers every change that was acknowledged before the call, unless a writer
     * that began before takes longer than the patience. Calls at one time share the work.
     */
    long settled() {
        long called = System.nanoTime();
        lock.lock();
        try {
            if (!known || settledSince - called < 0) {
                advance(called + patience.toNanos());
            }
            return settled;
        } finally {
            lock.unlock();
        }
    }

    private void advance(long end) {
        if (writers.length > 0 && !await(end)) {
            return;
        }
        long began = System.nanoTime();
        long last = last(database);
        if (last > settled) {
            writers = database.read(Watermark::writers);
            pending = last;
            if (!await(end)) {
                return;
            }
        }
        settledSince = began;
        known = true;
    }

    /** Whether all have let go that held the lock when they were listed. */
    private boolean await(long end) {
        long pause = FIRST_PAUSE_MICROS;
        while (writers.length > 0 && database.read(connection -> count(connection, writers)) > 0) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(pause));
            pause = Math.min(2 * pause, LONGEST_PAUSE_MICROS);
        }
        writers = new String[0];
        settled = pending;
        return true;
    }

    /** The last number that was given; its record may not be there yet, or never. */
    static long last(Database database) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LAST);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static String[] writers(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LIST);
                ResultSet row = select.executeQuery()) {
            row.next();
            return (String[]) row.getArray(1).getArray();
        }
    }

    private static int count(Connection connection, String[] writers) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            Array array = connection.createArrayOf("text", writers);
            select.setArray(1, array);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
