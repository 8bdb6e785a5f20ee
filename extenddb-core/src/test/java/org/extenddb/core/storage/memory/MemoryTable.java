package org.extenddb.core.storage.memory;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.storage.IndexEntry;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableStatistics;
import org.jspecify.annotations.Nullable;

/** Items of one table in order, and in the order of each index. Not thread-safe: {@link MemoryItemStore} guards it. */
final class MemoryTable {
    private record Row(StoredItem item, List<IndexEntry> entries) {}

    private final Map<ItemKey, Row> rows = new HashMap<>();

    /** By slot; slot 0 is the table itself. */
    private final Map<Integer, NavigableMap<Place, StoredItem>> orders = new HashMap<>();

    @Nullable
    StoredItem get(ItemKey key) {
        Row row = rows.get(key);
        return row == null ? null : row.item();
    }

    void put(ItemKey key, NewItem item, long version) {
        remove(key);
        StoredItem stored = new StoredItem(key, item.json(), item.size(), version);
        rows.put(key, new Row(stored, item.entries()));
        order(KeyRange.TABLE).put(Place.inTable(key), stored);
        item.entries().forEach(entry -> order(entry.slot()).put(Place.inIndex(entry, key), stored));
    }

    void remove(ItemKey key) {
        Row row = rows.remove(key);
        if (row != null) {
            order(KeyRange.TABLE).remove(Place.inTable(key));
            row.entries().forEach(entry -> order(entry.slot()).remove(Place.inIndex(entry, key)));
        }
    }

    /** The sizes of a partition's items that are in a slot, added up. */
    long size(PartitionHash partition, int slot) {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().partition().equals(partition))
                .filter(row -> slot == KeyRange.TABLE
                        || row.getValue().entries().stream().anyMatch(entry -> entry.slot() == slot))
                .mapToLong(row -> row.getValue().item().size())
                .sum();
    }

    /** The next items of a range after {@code after}, at most {@code limit}. */
    List<Map.Entry<Place, StoredItem>> next(KeyRange range, @Nullable Place after, int limit) {
        NavigableMap<Place, StoredItem> places = ofPartitions(range);
        if (!range.forward()) {
            places = places.descendingMap();
        }
        return places.entrySet().stream()
                .filter(entry -> after == null || isPast(entry.getKey(), after, range.forward()))
                .filter(entry -> range.bounds().contains(entry.getKey().sort()))
                .limit(limit)
                .<Map.Entry<Place, StoredItem>>map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    TableStatistics statistics(int slot) {
        Collection<StoredItem> items = ordered(slot).values();
        return new TableStatistics(
                items.size(), items.stream().mapToLong(StoredItem::size).sum());
    }

    private NavigableMap<Place, StoredItem> ofPartitions(KeyRange range) {
        NavigableMap<Place, StoredItem> from =
                ordered(range.slot()).tailMap(Place.startOf(range.partitions().first()), true);
        PartitionHash last = range.partitions().last();
        if (last.equals(PartitionHash.MAX)) {
            return from;
        }
        PartitionHash beyond = new PartitionHash(last.low() == -1L ? last.high() + 1 : last.high(), last.low() + 1);
        return from.headMap(Place.startOf(beyond), false);
    }

    private static boolean isPast(Place place, Place after, boolean forward) {
        return forward ? place.compareTo(after) > 0 : place.compareTo(after) < 0;
    }

    private NavigableMap<Place, StoredItem> order(int slot) {
        return orders.computeIfAbsent(slot, any -> new TreeMap<>());
    }

    /** As {@link #order}, for readers, which change nothing. */
    private NavigableMap<Place, StoredItem> ordered(int slot) {
        return orders.getOrDefault(slot, Collections.emptyNavigableMap());
    }
}
