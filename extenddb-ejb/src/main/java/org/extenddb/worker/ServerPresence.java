package org.extenddb.worker;

import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.engine.throttle.LiveServers;
import org.extenddb.engine.throttle.Throttle;
import org.extenddb.storage.jpa.sql.Database;

/** Says that this server is alive, and counts those that are. Only throttling asks for it. */
@SingleInstance
public final class ServerPresence implements BackgroundWork {
    private static final String PREFIX = "server-";
    private static final String COUNT =
            "SELECT count(*) FROM ddb_lease WHERE name LIKE '" + PREFIX + "%' AND expires_at > now()";
    private static final String FORGET =
            "DELETE FROM ddb_lease WHERE name LIKE '" + PREFIX + "%' AND expires_at < now() - interval '1 hour'";

    private final Database database;
    private final Leases leases;
    private final Throttle throttle;
    private final LiveServers servers;

    @Inject
    public ServerPresence(Database database, Leases leases, Throttle throttle, LiveServers servers) {
        this.database = database;
        this.leases = leases;
        this.throttle = throttle;
        this.servers = servers;
    }

    @Override
    public void run() {
        if (throttle.isOn()) {
            leases.hold(PREFIX + leases.holder());
            servers.set(count());
        }
    }

    private int count() {
        return database.write(connection -> {
            try (PreparedStatement forget = connection.prepareStatement(FORGET);
                    PreparedStatement count = connection.prepareStatement(COUNT)) {
                forget.executeUpdate();
                try (ResultSet row = count.executeQuery()) {
                    return row.next() ? row.getInt(1) : 1;
                }
            }
        });
    }
}
