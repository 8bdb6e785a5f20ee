package org.extenddb.telemetry;

import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.storage.jpa.sql.Database;

/** Asks PostgreSQL how much it keeps. It looks at the size of each of its files: for people, not for each request. */
@SingleInstance
public final class StorageProbe {
    private static final String FIGURES =
            "SELECT current_setting('server_version'), pg_database_size(current_database()),"
                    + " count(*), coalesce(sum(s.item_count), 0)::bigint, coalesce(sum(s.size_bytes), 0)::bigint"
                    + " FROM ddb_table AS t LEFT JOIN ddb_statistics AS s ON s.storage_id = t.storage_id AND s.slot = 0";

    private final Database database;

    @Inject
    public StorageProbe(Database database) {
        this.database = database;
    }

    /** @throws org.extenddb.core.storage.StorageUnavailableException when the database does not answer */
    public StorageFigures look() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIGURES);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return new StorageFigures(
                        row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
            }
        });
    }
}
