package org.extenddb.worker;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Removes the items of deleted tables, in chunks and in key order: each chunk starts behind the one before, so that rows already
 * dead are not walked over again. Whoever is killed at it leaves the job for the next.
 */
@SingleInstance
public final class TableClearing implements BackgroundWork {
    private static final String LEASE = "table-clearing";
    private static final int CHUNK = 1_000;

    /** By then every server has heard of the deletion, and requests that were under way have ended. */
    private static final int SECOND_PASS_AFTER_SECONDS = 300;

    private static final String DELETE_CHUNK = "WITH chunk AS MATERIALIZED (SELECT ph, sk FROM ddb_item"
            + " WHERE table_id = ? AND (ph, sk) > (?, ?) ORDER BY ph, sk LIMIT ?),"
            + " gone AS (DELETE FROM ddb_item i USING chunk c WHERE i.table_id = ? AND i.ph = c.ph AND i.sk = c.sk)"
            + " SELECT ph, sk FROM chunk ORDER BY ph DESC, sk DESC LIMIT 1";

    private static final String END_PASS = "WITH passed AS (UPDATE ddb_clearing_job SET passes_left = passes_left - 1,"
            + " due_at = now() + make_interval(secs => ?) WHERE storage_id = ? AND due_at <= now()"
            + " RETURNING passes_left),"
            + " counts AS (DELETE FROM ddb_statistics WHERE storage_id = ?),"
            + " jobs AS (DELETE FROM ddb_count_job WHERE storage_id = ?) SELECT passes_left FROM passed";

    private final Database database;
    private final Leases leases;

    @Inject
    public TableClearing(Database database, Leases leases) {
        this.database = database;
        this.leases = leases;
    }

    private record Last(UUID partition, byte[] sort) {}

    @Override
    public void run() {
        Integer storageId = due();
        while (storageId != null && leases.hold(LEASE)) {
            if (!clear(storageId)) {
                return;
            }
            endPass(storageId);
            storageId = due();
        }
    }

    private @Nullable Integer due() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT storage_id FROM ddb_clearing_job j WHERE due_at <= now()"
                                    + " AND NOT EXISTS (SELECT 1 FROM ddb_history_hold h WHERE h.storage_id = j.storage_id)"
                                    + " ORDER BY due_at LIMIT 1");
                    ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : null;
            }
        });
    }

    /** False when the lease was lost on the way. */
    private boolean clear(int storageId) {
        Last last = new Last(new UUID(0, 0), new byte[0]);
        while (true) {
            Last from = last;
            Last to = database.write(connection -> deleteChunk(connection, storageId, from));
            if (to == null) {
                return true;
            }
            last = to;
            if (!leases.hold(LEASE)) {
                return false;
            }
        }
    }

    private static @Nullable Last deleteChunk(Connection connection, int storageId, Last from) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE_CHUNK)) {
            delete.setInt(1, storageId);
            delete.setObject(2, from.partition());
            delete.setBytes(3, from.sort());
            delete.setInt(4, CHUNK);
            delete.setInt(5, storageId);
            try (ResultSet row = delete.executeQuery()) {
                return row.next() ? new Last(row.getObject(1, UUID.class), row.getBytes(2)) : null;
            }
        }
    }

    /** Only one ends a pass, even where the lease ran out and two went through it: the next pass must not come early. */
    private void endPass(int storageId) {
        database.write(connection -> {
            try (PreparedStatement end = connection.prepareStatement(END_PASS);
                    PreparedStatement remove = connection.prepareStatement(
                            "DELETE FROM ddb_clearing_job WHERE storage_id = ? AND passes_left <= 0")) {
                end.setDouble(1, SECOND_PASS_AFTER_SECONDS);
                end.setInt(2, storageId);
                end.setInt(3, storageId);
                end.setInt(4, storageId);
                end.execute();
                remove.setInt(1, storageId);
                return remove.executeUpdate();
            }
        });
    }
}
