package org.extenddb.worker;

import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.UUID;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.storage.jpa.sql.Database;

/**
 * Leases on background work: at most one server holds one at a time, for as long as it renews it. One that is killed loses
 * it when it runs out, by the database's clock.
 */
@SingleInstance
public final class Leases {
    static final Duration LENGTH = Duration.ofSeconds(30);

    private static final String TAKE = "INSERT INTO ddb_lease AS l (name, holder, expires_at)"
            + " VALUES (?, ?, now() + make_interval(secs => ?))"
            + " ON CONFLICT (name) DO UPDATE SET holder = EXCLUDED.holder, expires_at = EXCLUDED.expires_at"
            + " WHERE l.holder = EXCLUDED.holder OR l.expires_at < now()";

    private final Database database;
    private final String holder = UUID.randomUUID().toString();

    @Inject
    public Leases(Database database) {
        this.database = database;
    }

    /** Who holds what this server holds. */
    String holder() {
        return holder;
    }

    /** Takes or renews. */
    public boolean hold(String name) {
        return hold(name, LENGTH);
    }

    /** Takes or renews for so long. */
    boolean hold(String name, Duration length) {
        return database.write(connection -> {
            try (PreparedStatement take = connection.prepareStatement(TAKE)) {
                take.setString(1, name);
                take.setString(2, holder);
                take.setDouble(3, length.toSeconds());
                return take.executeUpdate() == 1;
            }
        });
    }

    /** Gives it back, so that another server need not wait. */
    public void release(String name) {
        database.write(connection -> {
            try (PreparedStatement release =
                    connection.prepareStatement("DELETE FROM ddb_lease WHERE name = ? AND holder = ?")) {
                release.setString(1, name);
                release.setString(2, holder);
                return release.executeUpdate();
            }
        });
    }
}
