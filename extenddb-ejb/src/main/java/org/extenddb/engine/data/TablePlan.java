package org.extenddb.engine.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;

/**
 * What requests need to know of a table, computed once for each version of its definition.
 *
 * @param keyNames the names of the table's key attributes
 * @param indexes those that writes keep up, global ones first, each kind in the order of its names
 */
public record TablePlan(TableDefinition definition, TableLayout layout, Set<String> keyNames, List<IndexPlan> indexes) {
    public static TablePlan of(TableDefinition definition) {
        Set<String> keyNames = definition.keySchema().attributes().stream()
                .map(KeyAttribute::name)
                .collect(Collectors.toUnmodifiableSet());
        List<IndexDefinition> indexes = new ArrayList<>(definition.indexes());
        indexes.removeIf(index -> index.status() == TableStatus.DELETING);
        indexes.sort(Comparator.comparing(IndexDefinition::kind).reversed().thenComparing(IndexDefinition::name));
        return new TablePlan(
                definition,
                TableLayout.of(definition),
                keyNames,
                indexes.stream().map(index -> IndexPlan.of(index, keyNames)).toList());
    }

    public @Nullable IndexPlan index(String name) {
        for (IndexPlan index : indexes) {
            if (index.name().equals(name)) {
                return index;
            }
        }
        return null;
    }

    /** Whether items with one hash key form a collection whose size is reported. */
    public boolean hasLocalIndex() {
        for (IndexPlan index : indexes) {
            if (!index.definition().isGlobal()) {
                return true;
            }
        }
        return false;
    }

    /** Those that share the table's hash key. */
    List<IndexDefinition> localIndexes() {
        return indexes.stream()
                .map(IndexPlan::definition)
                .filter(index -> !index.isGlobal())
                .toList();
    }
}
