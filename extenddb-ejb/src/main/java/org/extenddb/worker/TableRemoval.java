package org.extenddb.worker;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.TableConfig;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.storage.jpa.sql.Database;

/**
 * Removes tables that have been seen as DELETING for long enough. Several servers may come to the same one: the catalogue removes
 * it once, and a new table of the same name is left alone.
 */
@SingleInstance
public final class TableRemoval implements BackgroundWork {
    private static final String DUE = "SELECT account, region, name FROM ddb_table"
            + " WHERE status = 'DELETING' AND changed_at <= now() - make_interval(secs => ?)";

    private final Database database;
    private final TableCatalog catalog;
    private final TableConfig config;

    @Inject
    public TableRemoval(Database database, TableCatalog catalog, TableConfig config) {
        this.database = database;
        this.catalog = catalog;
        this.config = config;
    }

    /** Another table has the name by now. */
    private static final class AnotherTableException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void run() {
        for (TableAddress address : database.read(this::due)) {
            try {
                catalog.delete(address, TableRemoval::requireDeleting);
            } catch (AnotherTableException e) {
                // What was to be removed is gone.
            }
        }
    }

    private List<TableAddress> due(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setDouble(1, config.transition().toSeconds());
            List<TableAddress> due = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(new TableAddress(
                            new AccountId(row.getString(1)), new Region(row.getString(2)), row.getString(3)));
                }
            }
            return due;
        }
    }

    private static void requireDeleting(TableDefinition table) {
        if (table.status() != TableStatus.DELETING) {
            throw new AnotherTableException();
        }
    }
}
