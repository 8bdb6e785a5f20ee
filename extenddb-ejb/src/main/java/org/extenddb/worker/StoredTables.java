package org.extenddb.worker;

import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.admin.AllTables;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.storage.jpa.sql.Database;

/** All tables in PostgreSQL. */
@SingleInstance
public final class StoredTables implements AllTables {
    private static final String LIST =
            "SELECT account, region, name FROM ddb_table WHERE status IN ('ACTIVE', 'UPDATING') ORDER BY 1, 2, 3";

    private final Database database;

    @Inject
    public StoredTables(Database database) {
        this.database = database;
    }

    @Override
    public List<TableAddress> addresses() {
        return database.read(connection -> {
            List<TableAddress> addresses = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(LIST);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    addresses.add(new TableAddress(
                            new AccountId(row.getString(1)), new Region(row.getString(2)), row.getString(3)));
                }
            }
            return addresses;
        });
    }
}
