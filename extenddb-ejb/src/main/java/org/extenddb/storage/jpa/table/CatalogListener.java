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
import org.extenddb.core.storage.IdentityListener;
import org.extenddb.core.storage.SettingStore.SettingListener;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Makes this server forget what another has changed: definitions of tables, access keys, identities and settings. It listens on a
 * connection of its own, and compares the catalogue's version every second in case a notification was lost. Each comparison
 * confirms the caches, which do not serve for long without: a listener cut off from the database never means stale definitions,
 * keys or rights.
 */
public final class CatalogListener implements Runnable {
    private static final Logger LOG = System.getLogger(CatalogListener.class.getName());
    private static final int POLL_MILLIS = 1_000;

    /** A connection that is silent for so long is dead. */
    private static final int SILENCE_MILLIS = 5_000;

    private final DataSource direct;
    private final TableCache cache;
    private final IdentityListener identities;
    private final SettingListener settings;
    private volatile boolean stopped;
    private volatile long seen = -1;

    public CatalogListener(DataSource direct, TableCache cache, IdentityListener identities, SettingListener settings) {
        this.direct = direct;
        this.cache = cache;
        this.identities = identities;
        this.settings = settings;
    }

    /** Listens until it is stopped, and again after everything that goes wrong: nothing else makes this server forget. */
    @Override
    @SuppressWarnings("IllegalCatch")
    public void run() {
        while (!stopped) {
            try (Connection connection = direct.getConnection()) {
                int timeout = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
                listen(connection);
                connection.setNetworkTimeout(Runnable::run, timeout);
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.DEBUG, "the catalogue's listener was interrupted", e);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
            }
        }
    }

    /** Takes effect within a second. */
    public void stop() {
        stopped = true;
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection source = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + CatalogChanges.CHANNEL);
            try {
                while (!stopped) {
                    compare(statement);
                    hear(source.getNotifications(POLL_MILLIS));
                }
            } finally {
                statement.execute("UNLISTEN " + CatalogChanges.CHANNEL);
            }
        }
    }

    private void hear(PGNotification @Nullable [] notifications) {
        if (notifications != null) {
            for (PGNotification notification : notifications) {
                hear(notification.getParameter());
            }
        }
    }

    /** What cannot be read is left to the comparison that follows. */
    private void hear(String payload) {
        try {
            hear(CatalogChanges.Announced.parse(payload));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "an announcement of another kind", e);
        }
    }

    private void hear(CatalogChanges.Announced change) {
        if (change.version() > seen + 1) {
            forgetAll(change.version());
        } else if (change.version() == seen + 1) {
            if (change.tableAddress() != null) {
                cache.forget(change.tableAddress());
            }
            if (change.accessKeyId() != null) {
                identities.accessKeyChanged(change.accessKeyId());
            }
            if (change.identityId() != null) {
                identities.identityChanged(change.identityId());
            }
            if (change.identitiesOf() != null) {
                identities.accountChanged(change.identitiesOf());
            }
            if (change.isOfSettings()) {
                settings.settingsMayHaveChanged();
            }
            seen = change.version();
        }
    }

    private void compare(Statement statement) throws SQLException {
        long start = System.nanoTime();
        try (ResultSet row = statement.executeQuery("SELECT version FROM ddb_catalog_version WHERE id = 1")) {
            if (row.next()) {
                if (row.getLong(1) != seen) {
                    forgetAll(row.getLong(1));
                }
                cache.confirm(start);
                identities.confirm(start);
            }
        }
    }

    private void forgetAll(long version) {
        cache.forgetAll();
        identities.anyMayHaveChanged();
        settings.settingsMayHaveChanged();
        seen = version;
    }
}
