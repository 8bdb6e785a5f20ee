package org.extenddb.telemetry;

import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.storage.jpa.sql.Database;

/** Asks PostgreSQL how much it keeps. It looks at the size of each of its files: for people, not for each request. */
@SingleInstance
public final class StorageProbe {
    private static final String FIGURES =
            "SELECT current_setting('server_version'), pg_database_size(current_database()),"
                    + " count(*), coalesce(sum(s.item_count), 0)::bigint, coalesce(sum(s.size_bytes), 0)::bigint"
                    + " FROM ddb_table AS t LEFT JOIN ddb_statistics AS s ON s.storage_id = t.storage_id AND s.slot = 0";

    private static final String LARGEST =
            "SELECT t.account, t.region, t.name, s.item_count, s.size_bytes FROM ddb_statistics AS s"
                    + " JOIN ddb_table AS t ON t.storage_id = s.storage_id"
                    + " WHERE s.slot = 0 AND s.size_bytes > 0 ORDER BY s.size_bytes DESC, t.storage_id LIMIT ?";

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

    /**
     * The tables that keep most, of all accounts; the largest first.
     *
     * @throws org.extenddb.core.storage.StorageUnavailableException when the database does not answer
     */
    public List<TableSize> largest(int most) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LARGEST)) {
                select.setInt(1, most);
                try (ResultSet row = select.executeQuery()) {
                    List<TableSize> sizes = new ArrayList<>();
                    while (row.next()) {
                        sizes.add(new TableSize(
                                row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)));
                    }
                    return sizes;
                }
            }
        });
    }
}
