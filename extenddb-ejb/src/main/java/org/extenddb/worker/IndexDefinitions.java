package org.extenddb.worker;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.table.TableCache;

/**
 * The definitions that jobs are about, and what jobs change in them: only while the version is still the one that the job was
 * read with, so nothing is ever concluded from what a former index of the slot was like.
 */
@SingleInstance
final class IndexDefinitions {
    private final TableCatalog catalog;
    private final TableCache cache;

    @Inject
    IndexDefinitions(TableCatalog catalog, TableCache cache) {
        this.catalog = catalog;
        this.cache = cache;
    }

    /** @throws TableChangedException when it is another by now, or the table is gone */
    TableDefinition of(IndexJob job) {
        TableDefinition table = catalog.find(job.table());
        if (table == null || table.version() != job.version()) {
            cache.forgetAll();
            table = catalog.find(job.table());
        }
        if (table == null || table.storageId() != job.storageId() || table.version() != job.version()) {
            throw changed(job);
        }
        return table;
    }

    /** @throws TableChangedException when the definition is another by now */
    static IndexDefinition index(IndexJob job, TableDefinition table) {
        return table.indexes().stream()
                .filter(index -> index.slot() == job.slot())
                .findFirst()
                .orElseThrow(() -> changed(job));
    }

    /** @throws TableChangedException when the definition is another by now */
    void becomes(IndexJob job, TableStatus status) {
        change(
                job,
                table -> table.withIndexes(
                        table.keyAttributes(),
                        table.indexes().stream()
                                .map(index -> index.slot() == job.slot() ? index.withStatus(status) : index)
                                .toList()));
    }

    /**
     * Removes an index, and the attributes that were in no other key.
     *
     * @throws TableChangedException when the definition is another by now
     */
    void remove(IndexJob job) {
        change(job, table -> {
            List<IndexDefinition> left = table.indexes().stream()
                    .filter(index -> index.slot() != job.slot())
                    .toList();
            Set<String> used = Stream.concat(
                            Stream.of(table.keySchema()), left.stream().map(IndexDefinition::keySchema))
                    .map(KeySchema::attributes)
                    .flatMap(List::stream)
                    .map(KeyAttribute::name)
                    .collect(Collectors.toSet());
            List<KeyAttribute> attributes = table.keyAttributes().stream()
                    .filter(attribute -> used.contains(attribute.name()))
                    .toList();
            return table.withIndexes(attributes, left);
        });
    }

    private void change(IndexJob job, UnaryOperator<TableDefinition> change) {
        TableDefinition changed = catalog.update(job.table(), table -> {
            if (table.storageId() != job.storageId() || table.version() != job.version()) {
                throw changed(job);
            }
            return change.apply(table);
        });
        if (changed == null) {
            throw changed(job);
        }
    }

    private static TableChangedException changed(IndexJob job) {
        return new TableChangedException(new TableLayout(job.storageId(), job.version(), List.of()));
    }
}
