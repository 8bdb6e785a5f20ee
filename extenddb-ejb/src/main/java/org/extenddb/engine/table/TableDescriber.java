package org.extenddb.engine.table;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.TableDescription;
import org.extenddb.core.api.table.TableDescription.Changes;
import org.extenddb.core.api.table.TableDescription.Form;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.TableStatistics;
import org.extenddb.engine.data.TableLifecycle;

/** Describes tables with their current statistics. */
@SingleInstance
public final class TableDescriber {
    private final TableCatalog catalog;
    private final TableLifecycle lifecycle;
    private final Clock clock;

    @Inject
    TableDescriber(TableCatalog catalog, TableLifecycle lifecycle) {
        this(catalog, lifecycle, Clock.systemUTC());
    }

    TableDescriber(TableCatalog catalog, TableLifecycle lifecycle, Clock clock) {
        this.catalog = catalog;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /** As DescribeTable does. */
    public TableDescription describe(TableDefinition table) {
        return describe(table, lifecycle.statusOf(table), Form.FULL, Changes.NONE);
    }

    /** CreateTable's answer. */
    TableDescription created(TableDefinition table, Set<Integer> warming) {
        return new TableDescription(
                table,
                TableStatus.CREATING,
                Map.of(),
                Form.CREATED,
                new Changes(warming, Set.of(), false),
                clock.instant());
    }

    /** DeleteTable's answer. */
    TableDescription deleted(TableDefinition table, Map<Integer, TableStatistics> statistics) {
        return new TableDescription(
                table, TableStatus.DELETING, statistics, Form.DELETED, Changes.NONE, clock.instant());
    }

    /** UpdateTable's answer: the change is under way, so that most of what was before is still there. */
    TableDescription updated(TableDefinition before, TableDefinition after, ValidUpdateTable request) {
        boolean switched = before.settings().billingMode() != after.settings().billingMode();
        Set<Integer> warming = new HashSet<>();
        Set<Integer> updating = new HashSet<>();
        if (request.capacity().warm() != null) {
            warming.add(0);
        }
        List<IndexDefinition> indexes = new ArrayList<>();
        for (IndexDefinition index : after.indexes()) {
            CapacityChange change = request.indexes().getOrDefault(index.name(), CapacityChange.NONE);
            if (change.warm() != null) {
                warming.add(index.slot());
            }
            if (change.provisioned() != null) {
                updating.add(index.slot());
            }
            indexes.add(shown(before, index, change, switched));
        }
        boolean encryption = request.encryption() != null && after.settings().kmsKeyArn() != null;
        return describe(
                after.with(indexes, shown(before.settings(), after.settings(), request)),
                request.isUpdate() ? TableStatus.UPDATING : lifecycle.statusOf(after),
                switched ? Form.SWITCHED : Form.FULL,
                new Changes(warming, updating, encryption));
    }

    private IndexDefinition shown(
            TableDefinition before, IndexDefinition index, CapacityChange change, boolean switched) {
        IndexDefinition was = before.index(index.name());
        return was == null || was.throughput() == null || index.throughput() == null
                ? index
                : index.with(change.shown(was.throughput(), index.throughput(), switched, clock.instant()));
    }

    private TableSettings shown(TableSettings before, TableSettings after, ValidUpdateTable request) {
        boolean onDemandNow =
                before.billingMode() != after.billingMode() && after.billingMode() == BillingMode.PAY_PER_REQUEST;
        Throughput throughput =
                request.capacity().shown(before.throughput(), after.throughput(), onDemandNow, clock.instant());
        boolean isKeyChanged = before.kmsKeyArn() != null && after.kmsKeyArn() != null;
        return after.toBuilder()
                .throughput(throughput)
                .tableClass(before.tableClass())
                .kmsKeyArn(isKeyChanged ? before.kmsKeyArn() : after.kmsKeyArn())
                .build();
    }

    private TableDescription describe(TableDefinition table, TableStatus status, Form form, Changes changes) {
        Map<Integer, TableStatistics> statistics = new HashMap<>();
        statistics.put(0, catalog.statistics(table, 0));
        for (IndexDefinition index : table.indexes()) {
            statistics.put(index.slot(), catalog.statistics(table, index.slot()));
        }
        Instant now = clock.instant();
        return new TableDescription(table, status, statistics, form, changes, now);
    }
}
