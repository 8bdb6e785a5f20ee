package org.extenddb.admin;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.key.PartitionRange;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.IndexEntries;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.wire.ItemJson;

/**
 * Compares the indexes of all tables with the items: each item that has an index's key is in it once, and no other is. It reads every
 * item once for the table and once for each index. What is written meanwhile may look like a difference, so one is looked at again.
 */
@SingleInstance
public final class IndexVerification {
    private static final int FETCH = 500;

    private final AllTables all;
    private final TableCatalog tables;
    private final ItemStore items;

    @Inject
    public IndexVerification(AllTables all, TableCatalog tables, ItemStore items) {
        this.all = all;
        this.tables = tables;
        this.items = items;
    }

    /** What does not agree, in sentences; empty when everything does. */
    public List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (TableAddress address : all.addresses()) {
            TableDefinition table = tables.find(address);
            if (table != null && !differences(table).isEmpty()) {
                differences.addAll(differences(table));
            }
        }
        return differences;
    }

    private List<String> differences(TableDefinition table) {
        TableLayout layout = TableLayout.of(table);
        List<IndexDefinition> indexes = table.indexes().stream()
                .filter(index -> index.status() == TableStatus.ACTIVE)
                .toList();
        if (indexes.isEmpty()) {
            return List.of();
        }
        Map<String, Long> expected = new TreeMap<>();
        read(layout, KeyRange.TABLE, stored -> {
            Item item = ItemJson.read(stored.json());
            indexes.stream()
                    .filter(index -> IndexEntries.of(index, item) != null)
                    .forEach(index -> expected.merge(index.name(), 1L, Long::sum));
            return true;
        });
        List<String> differences = new ArrayList<>();
        for (IndexDefinition index : indexes) {
            long[] found = {0, 0};
            read(layout, index.slot(), stored -> {
                found[IndexEntries.of(index, ItemJson.read(stored.json())) == null ? 1 : 0]++;
                return true;
            });
            long wanted = expected.getOrDefault(index.name(), 0L);
            if (found[0] != wanted || found[1] > 0) {
                differences.add("%s/index/%s has %d entries of %d items, and %d that no item has"
                        .formatted(table.address().tableName(), index.name(), found[0], wanted, found[1]));
            }
        }
        return differences;
    }

    private void read(TableLayout layout, int slot, Predicate<StoredItem> visitor) {
        items.read(new KeyRange(layout, slot, PartitionRange.ALL, SortBounds.ALL, true, null), FETCH, visitor);
    }
}
