package org.extenddb.core.storage.memory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.AttachedPolicies;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.Utf8Order;
import org.extenddb.core.storage.AccountUsage;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.TableStatistics;
import org.jspecify.annotations.Nullable;

/** Definitions in memory, beside the items they define. */
public final class MemoryTableCatalog implements TableCatalog {
    private final MemoryItemStore items;
    private final MemoryStreamStore streams;
    private final MemoryHistoryStore history;
    private final Map<TableAddress, TableDefinition> tables = new HashMap<>();
    private final Map<Place, Double> shares = new HashMap<>();
    private int lastStorageId;

    private record Place(int storageId, int slot) {}

    public MemoryTableCatalog(MemoryItemStore items, MemoryStreamStore streams, MemoryHistoryStore history) {
        this.items = items;
        this.streams = streams;
        this.history = history;
    }

    @Override
    public synchronized @Nullable TableDefinition find(TableAddress address) {
        return tables.get(address);
    }

    @Override
    public synchronized @Nullable TableDefinition create(NewTable table) {
        if (tables.containsKey(table.address())) {
            return null;
        }
        TableDefinition created = new TableDefinition(
                ++lastStorageId,
                UUID.randomUUID(),
                table.address(),
                1,
                table.status(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                table.keySchema(),
                table.keyAttributes(),
                table.indexes(),
                table.settings(),
                AttachedPolicies.of(table.resourcePolicy()));
        created = withStream(created);
        tables.put(table.address(), created);
        define(created);
        return created;
    }

    @Override
    public synchronized @Nullable TableDefinition update(TableAddress address, UnaryOperator<TableDefinition> change) {
        TableDefinition current = tables.get(address);
        if (current == null) {
            return null;
        }
        TableDefinition changed = change.apply(current);
        TableDefinition next = new TableDefinition(
                current.storageId(),
                current.tableId(),
                address,
                current.version() + 1,
                changed.status(),
                current.createdAt(),
                current.keySchema(),
                changed.keyAttributes(),
                changed.indexes(),
                changed.settings(),
                changed.policies());
        next = withStream(next);
        tables.put(address, next);
        define(next);
        return next;
    }

    @Override
    public synchronized @Nullable TableDefinition delete(TableAddress address, Consumer<TableDefinition> check) {
        TableDefinition current = tables.get(address);
        if (current != null) {
            check.accept(current);
            streams.define(current, null);
            tables.remove(address);
            items.clear(current.storageId());
            history.forget(current);
        }
        return current;
    }

    private void define(TableDefinition table) {
        history.define(table);
        items.define(table.storageId(), table.version());
    }

    private TableDefinition withStream(TableDefinition table) {
        return table.with(table.settings().withStream(streams.define(table, table.settings().stream())));
    }

    @Override
    public synchronized List<String> list(AccountId account, Region region, @Nullable String after, int limit) {
        return tables.keySet().stream()
                .filter(table ->
                        table.account().equals(account) && table.region().equals(region))
                .map(TableAddress::tableName)
                .filter(name -> after == null || Utf8Order.INSTANCE.compare(name, after) > 0)
                .sorted(Utf8Order.INSTANCE)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<TableDefinition> definitions(AccountId account, Region region) {
        return list(account, region, null, Integer.MAX_VALUE).stream()
                .map(name -> Objects.requireNonNull(tables.get(new TableAddress(account, region, name))))
                .toList();
    }

    @Override
    public synchronized TableStatistics statistics(TableDefinition table, int slot) {
        TableStatistics whole = items.statistics(table.storageId(), slot);
        double share = shares.getOrDefault(new Place(table.storageId(), slot), 1.0);
        return new TableStatistics(whole.itemCount(), Math.round(whole.sizeBytes() * share));
    }

    @Override
    public synchronized void measured(TableDefinition table, int slot, double share) {
        shares.put(new Place(table.storageId(), slot), share);
    }

    @Override
    public synchronized AccountUsage usage(AccountId account, Region region) {
        int count = 0;
        long read = 0;
        long write = 0;
        for (TableDefinition table : tables.values()) {
            if (table.address().account().equals(account)
                    && table.address().region().equals(region)) {
                count++;
                Stream<Throughput> ofIndexes = table.indexes().stream()
                        .map(IndexDefinition::throughput)
                        .filter(Objects::nonNull);
                for (Throughput units : Stream.concat(Stream.of(table.settings().throughput()), ofIndexes)
                        .toList()) {
                    read += units.provisioned().readCapacityUnits();
                    write += units.provisioned().writeCapacityUnits();
                }
            }
        }
        return new AccountUsage(count, read, write);
    }
}
