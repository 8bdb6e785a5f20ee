package org.extenddb.storage.jpa.item;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.RequestToken;
import org.extenddb.core.storage.SnapshotResult;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.SqlStates;
import org.extenddb.storage.jpa.sql.Transactions;
import org.jspecify.annotations.Nullable;

/** Items in PostgreSQL: {@code ddb_item}. */
public final class PostgreSqlItemStore implements ItemStore {
    private final Database database;
    private final SingleWrites singles;
    private final AtomicWrites atomics;
    private final SnapshotReads snapshots;
    private final BatchReads batchReads;
    private final BatchWrites batchWrites;
    private final RangeReads ranges;
    private final PartitionSums sums;
    private final TableDeltas deltas;
    private final Runnable outdated;

    /**
     * Items of a database.
     *
     * @param deltas told what every write makes of the counts of its table and indexes
     * @param outdated told that this server has used a definition which is no longer the table's
     * @param rememberedBytes how much memory may hold items written last
     */
    public PostgreSqlItemStore(
            Database database, Transactions transactions, TableDeltas deltas, Runnable outdated, long rememberedBytes) {
        Map<Recording, Map<List<Integer>, ItemStatements>> texts = new EnumMap<>(Recording.class);
        for (Recording recording : Recording.values()) {
            texts.put(recording, new ConcurrentHashMap<>());
        }
        Function<TableLayout, ItemStatements> statements = table -> {
            Recording recording = Recording.of(table);
            return Objects.requireNonNull(texts.get(recording))
                    .computeIfAbsent(table.slots(), slots -> new ItemStatements(slots, recording));
        };
        this.database = database;
        this.snapshots = new SnapshotReads(database);
        this.atomics = new AtomicWrites(transactions, snapshots, new RowBatches(statements), deltas);
        this.batchReads = new BatchReads(database);
        this.batchWrites = new BatchWrites(database, statements, deltas, outdated);
        this.singles = new SingleWrites(
                new RowWrites(database, statements, deltas), new RememberedItems(rememberedBytes), atomics);
        this.ranges = new RangeReads(database);
        this.sums = new PartitionSums(database);
        this.deltas = deltas;
        this.outdated = outdated;
    }

    @Override
    public @Nullable StoredItem get(ItemAddress address) {
        return singles.get(address);
    }

    @Override
    public List<@Nullable StoredItem> getAll(List<ItemAddress> addresses) {
        return addresses.isEmpty()
                ? List.of()
                : database.read(connection -> KeyArrays.read(connection, ItemStatements.SELECT_ALL, addresses));
    }

    @Override
    public SnapshotResult snapshot(List<ItemAddress> addresses, long maxBytes) {
        return addresses.isEmpty() ? new SnapshotResult.Taken(List.of()) : snapshots.read(addresses, maxBytes);
    }

    @Override
    public List<@Nullable StoredItem> getAtMost(List<ItemAddress> addresses, long maxBytes) {
        return addresses.isEmpty() ? List.of() : batchReads.getAtMost(addresses, maxBytes);
    }

    @Override
    public MutationResult mutate(ItemAddress address, ItemMutation mutation) {
        return noticing(Stream.of(address), () -> singles.mutate(address, mutation));
    }

    @Override
    public AtomicResult mutateAll(List<AddressedMutation> mutations, @Nullable RequestToken token) {
        return noticing(addresses(mutations), () -> atomics.mutateAll(mutations, token));
    }

    @Override
    public List<@Nullable MutationResult> mutateEach(List<AddressedMutation> mutations) {
        return noticing(addresses(mutations), () -> batchWrites.mutateEach(mutations));
    }

    @Override
    public List<Long> partitionSizes(TableLayout table, PartitionHash partition, List<Integer> slots) {
        return sums.sizes(table, partition, slots);
    }

    @Override
    public boolean read(KeyRange range, int expectedItems, Predicate<StoredItem> visitor) {
        return ranges.read(range, expectedItems, visitor);
    }

    /**
     * Whoever repeats the write after a change of the definition finds the new one then. An index entry that PostgreSQL cannot hold, as few
     * can be that DynamoDB could, is refused as one that DynamoDB cannot.
     */
    private <T> T noticing(Stream<ItemAddress> addresses, Supplier<T> write) {
        try {
            return write.get();
        } catch (StorageUnavailableException e) {
            if (SqlStates.isTooLargeForAnIndex(e.getCause())) {
                throw DynamoDbException.validation(MessagesItem.RANGE_KEY_TOO_LONG);
            }
            if (SqlStates.mayHaveTakenEffect(e.getCause())) {
                addresses.forEach(address -> deltas.uncertain(address.table().storageId()));
            }
            throw e;
        } catch (TableChangedException e) {
            outdated.run();
            throw e;
        }
    }

    private static Stream<ItemAddress> addresses(List<AddressedMutation> mutations) {
        return mutations.stream().map(AddressedMutation::address);
    }
}
