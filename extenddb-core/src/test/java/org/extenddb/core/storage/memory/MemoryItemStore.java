package org.extenddb.core.storage.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.RequestToken;
import org.extenddb.core.storage.SnapshotResult;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.storage.TableStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Items in memory. Mutations are applied outside the lock to the item they saw and take effect only when it is still there, so
 * a slow mutation blocks nobody; the lock is held for the moments of reading and of writing.
 */
public final class MemoryItemStore implements ItemStore {
    private static final int CHUNK = 100;
    private static final int ATTEMPTS = 50;

    private final Map<Integer, MemoryTable> tables = new HashMap<>();

    /** The versions of the tables' definitions by storage id. */
    private final Map<Integer, Long> versions = new HashMap<>();

    private final MemoryTokens tokens = new MemoryTokens();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final MemoryStreamStore streams;
    private final MemoryHistoryStore history;
    private long lastVersion;

    public MemoryItemStore(MemoryStreamStore streams, MemoryHistoryStore history) {
        this.streams = streams;
        this.history = history;
    }

    /** What there is now. */
    @Nullable
    StoredItem get(int storageId, ItemKey key) {
        return reading(() -> table(storageId).get(key));
    }

    @Override
    public @Nullable StoredItem get(ItemAddress address) {
        return getAll(List.of(address)).get(0);
    }

    @Override
    public List<@Nullable StoredItem> getAll(List<ItemAddress> addresses) {
        return reading(() -> current(addresses));
    }

    /** Nobody is ever in the middle of a write: it takes effect at once, when it is complete. */
    @Override
    public SnapshotResult snapshot(List<ItemAddress> addresses, long maxBytes) {
        List<@Nullable StoredItem> items = getAll(addresses);
        long size = items.stream()
                .filter(Objects::nonNull)
                .mapToLong(StoredItem::size)
                .sum();
        return size <= maxBytes ? new SnapshotResult.Taken(items) : new SnapshotResult.TooLarge(size);
    }

    @Override
    public List<@Nullable StoredItem> getAtMost(List<ItemAddress> addresses, long maxBytes) {
        List<@Nullable StoredItem> items = new ArrayList<>();
        long bytes = 0;
        for (ItemAddress address : addresses) {
            StoredItem item = get(address);
            bytes += item == null ? 0 : item.size();
            if (bytes > maxBytes && !items.isEmpty()) {
                break;
            }
            items.add(item);
        }
        return items;
    }

    @Override
    public MutationResult mutate(ItemAddress address, ItemMutation mutation) {
        while (true) {
            List<@Nullable StoredItem> current = getAll(List.of(address));
            MutationResult result = apply(mutation, current.get(0));
            if (result.change() instanceof Change.Refuse
                    || writeIfUnchanged(List.of(address), current, List.of(result))
                            .isEmpty()) {
                return result;
            }
        }
    }

    @Override
    public AtomicResult mutateAll(List<AddressedMutation> mutations, @Nullable RequestToken token) {
        return token == null ? mutateAll(mutations) : tokens.once(token, () -> mutateAll(mutations));
    }

    @Override
    public AtomicResult mutateAll(List<AddressedMutation> mutations) {
        List<ItemAddress> addresses =
                mutations.stream().map(AddressedMutation::address).toList();
        List<Integer> conflicts = List.of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<@Nullable StoredItem> current = getAll(addresses);
            List<MutationResult> results = new ArrayList<>();
            for (int i = 0; i < mutations.size(); i++) {
                results.add(apply(mutations.get(i).mutation(), current.get(i)));
            }
            if (results.stream().anyMatch(result -> result.change() instanceof Change.Refuse)) {
                return new AtomicResult.Refused(results);
            }
            conflicts = writeIfUnchanged(addresses, current, results);
            if (conflicts.isEmpty()) {
                return new AtomicResult.Applied(results);
            }
        }
        return new AtomicResult.Conflict(conflicts);
    }

    @Override
    public List<@Nullable MutationResult> mutateEach(List<AddressedMutation> mutations) {
        lock.writeLock().lock();
        try {
            requireDefined(
                    mutations.stream().map(AddressedMutation::address).toList(),
                    mutations.stream()
                            .map(mutation -> apply(mutation.mutation(), null))
                            .toList());
            List<@Nullable MutationResult> results = new ArrayList<>();
            for (AddressedMutation mutation : mutations) {
                results.add(mutate(mutation.address(), mutation.mutation()));
            }
            return results;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public List<Long> partitionSizes(TableLayout table, PartitionHash partition, List<Integer> slots) {
        return reading(() -> {
            MemoryTable rows = tables.get(table.storageId());
            List<Long> sizes = new ArrayList<>();
            sizes.add(rows == null ? 0 : rows.size(partition, KeyRange.TABLE));
            slots.forEach(slot -> sizes.add(rows == null ? 0 : rows.size(partition, slot)));
            return sizes;
        });
    }

    @Override
    public boolean read(KeyRange range, int expectedItems, Predicate<StoredItem> visitor) {
        Place after = range.after() == null ? null : Place.of(range.after());
        while (true) {
            Place from = after;
            List<Map.Entry<Place, StoredItem>> chunk =
                    reading(() -> table(range.table().storageId()).next(range, from, CHUNK));
            for (Map.Entry<Place, StoredItem> entry : chunk) {
                if (!visitor.test(entry.getValue())) {
                    return false;
                }
                after = entry.getKey();
            }
            if (chunk.size() < CHUNK) {
                return true;
            }
        }
    }

    void define(int storageId, long version) {
        lock.writeLock().lock();
        try {
            versions.put(storageId, version);
        } finally {
            lock.writeLock().unlock();
        }
    }

    void clear(int storageId) {
        lock.writeLock().lock();
        try {
            tables.remove(storageId);
            versions.remove(storageId);
        } finally {
            lock.writeLock().unlock();
        }
    }

    TableStatistics statistics(int storageId, int slot) {
        return reading(() -> table(storageId).statistics(slot));
    }

    private static MutationResult apply(ItemMutation mutation, @Nullable StoredItem current) {
        StoredItem seen = mutation.reads() == Reads.NOTHING ? null : current;
        return new MutationResult(seen, mutation.apply(seen));
    }

    /** Writes all or nothing; answers the positions whose items are no longer those that were read. */
    private List<Integer> writeIfUnchanged(
            List<ItemAddress> addresses, List<@Nullable StoredItem> read, List<MutationResult> results) {
        lock.writeLock().lock();
        try {
            List<Integer> changed = new ArrayList<>();
            List<@Nullable StoredItem> now = current(addresses);
            for (int i = 0; i < addresses.size(); i++) {
                if (now.get(i) != read.get(i)) {
                    changed.add(i);
                }
            }
            if (changed.isEmpty()) {
                requireDefined(addresses, results);
                for (int i = 0; i < addresses.size(); i++) {
                    write(addresses.get(i), results.get(i).change());
                }
            }
            return changed;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void requireDefined(List<ItemAddress> addresses, List<MutationResult> results) {
        for (int i = 0; i < addresses.size(); i++) {
            TableLayout table = addresses.get(i).table();
            Change change = results.get(i).change();
            Long version = versions.get(table.storageId());
            if (change instanceof Change.Write && !Objects.equals(version, table.version())
                    || change instanceof Change.Remove && version == null) {
                throw new TableChangedException(table);
            }
        }
    }

    private void write(ItemAddress address, Change change) {
        MemoryTable table = tables.computeIfAbsent(address.table().storageId(), any -> new MemoryTable());
        StoredItem before = table.get(address.key());
        if (change instanceof Change.Write write) {
            table.put(address.key(), write.item(), ++lastVersion);
        } else if (change instanceof Change.Remove) {
            table.remove(address.key());
        }
        streams.record(address.table().storageId(), address.key(), before, table.get(address.key()));
        history.record(address.table().storageId(), address.key(), before, table.get(address.key()));
    }

    private List<@Nullable StoredItem> current(List<ItemAddress> addresses) {
        List<@Nullable StoredItem> items = new ArrayList<>(addresses.size());
        for (ItemAddress address : addresses) {
            items.add(table(address.table().storageId()).get(address.key()));
        }
        return Collections.unmodifiableList(items);
    }

    private MemoryTable table(int storageId) {
        MemoryTable table = tables.get(storageId);
        return table == null ? new MemoryTable() : table;
    }

    private <T> T reading(Supplier<T> read) {
        lock.readLock().lock();
        try {
            return read.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
