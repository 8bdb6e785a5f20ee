package org.extenddb.engine.table;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.TableDescription;
import org.extenddb.core.api.table.TableDescription.Form;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.TableStatistics;
import org.extenddb.engine.data.TableLifecycle;

/** Describes tables with their current statistics. */
@SingleInstance
public final class TableDescriber {
    private final TableCatalog catalog;
    private final TableLifecycle lifecycle;

    @Inject
    TableDescriber(TableCatalog catalog, TableLifecycle lifecycle) {
        this.catalog = catalog;
        this.lifecycle = lifecycle;
    }

    TableDescription describe(TableDefinition table) {
        return describe(table, lifecycle.statusOf(table));
    }

    /** With a status of the moment, such as that of an answer to a change. */
    TableDescription describe(TableDefinition table, TableStatus status) {
        Map<Integer, TableStatistics> statistics = new HashMap<>();
        statistics.put(0, catalog.statistics(table, 0));
        for (IndexDefinition index : table.indexes()) {
            statistics.put(index.slot(), catalog.statistics(table, index.slot()));
        }
        return new TableDescription(table, status, statistics, Form.FULL);
    }
}
