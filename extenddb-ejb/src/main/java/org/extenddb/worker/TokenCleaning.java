package org.extenddb.worker;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.storage.jpa.sql.Database;

/** Removes client request tokens that have run out. One that is still there but has run out counts as gone. */
@SingleInstance
public final class TokenCleaning implements BackgroundWork {
    private static final String LEASE = "token-cleaning";
    private static final int CHUNK = 1_000;

    private static final String DUE = "SELECT 1 FROM ddb_transaction_token WHERE expires_at <= now() LIMIT 1";

    private static final String DELETE = "DELETE FROM ddb_transaction_token t USING"
            + " (SELECT account, region, token FROM ddb_transaction_token WHERE expires_at <= now()"
            + " ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED) AS old"
            + " WHERE t.account = old.account AND t.region = old.region AND t.token = old.token";

    private final Database database;
    private final Leases leases;

    @Inject
    public TokenCleaning(Database database, Leases leases) {
        this.database = database;
        this.leases = leases;
    }

    @Override
    public void run() {
        if (database.read(TokenCleaning::isDue)) {
            int deleted = CHUNK;
            while (deleted == CHUNK && leases.hold(LEASE)) {
                deleted = database.write(TokenCleaning::delete);
            }
        }
    }

    private static boolean isDue(Connection connection) throws SQLException {
        try (PreparedStatement due = connection.prepareStatement(DUE);
                ResultSet row = due.executeQuery()) {
            return row.next();
        }
    }

    private static int delete(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setInt(1, CHUNK);
            return delete.executeUpdate();
        }
    }
}
