package org.extenddb.core.storage.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.ItemVersion;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.StreamRecord.Image;
import org.jspecify.annotations.Nullable;

/** What items were, in memory. Changes take effect one after the other, so every state is final at once. */
public final class MemoryHistoryStore implements HistoryStore {
    private record Row(
            int table,
            ItemKey key,
            long sequence,
            Instant replacedAt,
            @Nullable Image old) {}

    private final List<Row> rows = new ArrayList<>();
    private final Set<Integer> kept = new HashSet<>();
    private final Set<Integer> tables = new HashSet<>();
    private final Map<String, Integer> holds = new HashMap<>();
    private BiFunction<Integer, ItemKey, @Nullable StoredItem> current = (table, key) -> null;
    private long sequence;
    private Instant last = Instant.EPOCH;

    synchronized void forget(TableDefinition table) {
        tables.remove(table.storageId());
    }

    synchronized void define(TableDefinition table) {
        tables.add(table.storageId());
        if (table.settings().recovery().kept()) {
            kept.add(table.storageId());
        } else {
            kept.remove(table.storageId());
        }
    }

    synchronized void current(BiFunction<Integer, ItemKey, @Nullable StoredItem> items) {
        current = items;
    }

    synchronized void record(int table, ItemKey key, @Nullable StoredItem before, @Nullable StoredItem after) {
        boolean same = before == null ? after == null : after != null && Arrays.equals(before.json(), after.json());
        if (kept.contains(table) && !same) {
            rows.add(new Row(table, key, ++sequence, now(), image(before)));
        }
    }

    private static @Nullable Image image(@Nullable StoredItem item) {
        return item == null ? null : new Image(item.json(), item.size());
    }

    /** No two changes have one time here. */
    @Override
    public synchronized Instant now() {
        Instant now = Instant.now();
        last = now.isAfter(last) ? now : last.plusNanos(1_000);
        return last;
    }

    @Override
    public @Nullable Instant settle() {
        return now();
    }

    @Override
    public @Nullable Image at(TableDefinition table, ItemKey key, Instant time) {
        StoredItem item = current.apply(table.storageId(), key);
        List<Row> later = of(table, key).stream()
                .filter(row -> row.replacedAt().isAfter(time))
                .toList();
        return later.isEmpty() ? image(item) : later.get(0).old();
    }

    @Override
    public List<ItemVersion> versions(
            TableDefinition table, ItemKey key, Instant from, @Nullable Instant ended, int limit) {
        Image now = image(current.apply(table.storageId(), key));
        List<Row> changes = of(table, key).stream()
                .filter(row -> row.replacedAt().isAfter(from))
                .sorted(Comparator.comparing(Row::sequence).reversed())
                .toList();
        List<ItemVersion> versions = new ArrayList<>();
        Instant until = null;
        Image image = now;
        for (Row row : changes) {
            versions.add(new ItemVersion(row.replacedAt(), until, image, false));
            until = row.replacedAt();
            image = row.old();
        }
        if (image != null || !changes.isEmpty()) {
            versions.add(new ItemVersion(null, until, image, false));
        }
        return versions.stream()
                .filter(version -> ended == null
                        || version.until() != null && !version.until().isAfter(ended))
                .limit(limit)
                .toList();
    }

    private synchronized List<Row> of(TableDefinition table, ItemKey key) {
        return rows.stream()
                .filter(row -> row.table() == table.storageId() && row.key().equals(key))
                .toList();
    }

    @Override
    public synchronized @Nullable Cut cut(int storageId, Instant time) {
        long first = rows.stream()
                .filter(row -> row.table() == storageId && row.replacedAt().isAfter(time))
                .mapToLong(Row::sequence)
                .min()
                .orElse(++sequence);
        return new Cut(first, time);
    }

    @Override
    public synchronized boolean hold(int storageId, String holder) {
        if (!tables.contains(storageId)) {
            return false;
        }
        holds.put(holder, storageId);
        return true;
    }

    @Override
    public synchronized void release(String holder) {
        holds.remove(holder);
    }

    @Override
    public synchronized List<String> holders(Duration age) {
        return List.copyOf(holds.keySet());
    }

    @Override
    public void trim() {
        // As long as the process lives.
    }
}
