package org.extenddb.worker;

import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import org.extenddb.admin.BackfillProgress;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.model.TableAddress;
import org.extenddb.storage.jpa.sql.Database;

/** What {@link IndexJobs} note of their progress. */
@SingleInstance
public final class StoredBackfillProgress implements BackfillProgress {
    private static final String OF_TABLE =
            "SELECT j.index_name, j.items FROM ddb_index_job AS j JOIN ddb_table AS t ON t.storage_id = j.storage_id"
                    + " WHERE t.account = ? AND t.region = ? AND t.name = ? AND j.action = 'CREATE'";

    private final Database database;

    @Inject
    public StoredBackfillProgress(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Long> itemsDone(TableAddress table) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(OF_TABLE)) {
                select.setString(1, table.account().value());
                select.setString(2, table.region().value());
                select.setString(3, table.tableName());
                Map<String, Long> done = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        done.put(row.getString(1), row.getLong(2));
                    }
                }
                return done;
            }
        });
    }
}
