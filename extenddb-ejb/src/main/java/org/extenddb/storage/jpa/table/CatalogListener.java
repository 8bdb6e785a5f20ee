package org.extenddb.storage.jpa.table;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Makes this server forget definitions that another has changed. It listens on a connection of its own, and compares the
 * catalogue's version every second in case a notification was lost.
 */
public final class CatalogListener implements Runnable {
    private static final Logger LOG = System.getLogger(CatalogListener.class.getName());
    private static final int POLL_MILLIS = 1_000;

    private final DataSource direct;
    private final TableCache cache;
    private volatile boolean stopped;
    private long seen = -1;

    public CatalogListener(DataSource direct, TableCache cache) {
        this.direct = direct;
        this.cache = cache;
    }

    /** Listens until it is stopped, and again after every lost connection. */
    @Override
    public void run() {
        while (!stopped) {
            try (Connection connection = direct.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("LISTEN " + CatalogChanges.CHANNEL);
                try {
                    listen(connection.unwrap(PGConnection.class), statement);
                } finally {
                    statement.execute("UNLISTEN " + CatalogChanges.CHANNEL);
                }
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "the catalogue's listener lost its connection", e);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
            }
        }
    }

    /** Takes effect within a second. */
    public void stop() {
        stopped = true;
    }

    private void listen(PGConnection connection, Statement statement) throws SQLException {
        while (!stopped) {
            PGNotification[] notifications = connection.getNotifications(POLL_MILLIS);
            if (notifications != null) {
                for (PGNotification notification : notifications) {
                    heard(CatalogChanges.Announced.parse(notification.getParameter()));
                }
            }
            compare(statement);
        }
    }

    private void heard(CatalogChanges.Announced change) {
        if (change.version() == seen + 1) {
            cache.forget(change.address());
            seen = change.version();
        } else if (change.version() > seen) {
            forgetAll(change.version());
        }
    }

    private void compare(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT version FROM ddb_catalog_version WHERE id = 1")) {
            if (row.next() && row.getLong(1) != seen) {
                forgetAll(row.getLong(1));
            }
        }
    }

    private void forgetAll(long version) {
        cache.forgetAll();
        seen = version;
    }
}
