package org.extenddb.engine.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.ItemConfig;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.StoredItem;
import org.jspecify.annotations.Nullable;

/**
 * Keeps item collections of tables with local indexes from growing beyond a limit. No write waits for a collection to be measured: a write
 * has its collection measured in the background with a chance that rises with what it writes, on average once in a thousandth of
 * the limit, so that small collections are practically never looked at. The sizes of large ones are remembered, and measured again
 * as they fill. In one that is known to be full, writes that make an item larger are refused.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ItemCollections.SizeLimit">Size limit</a>
 */
@SingleInstance
public final class CollectionLimit {
    /** How often a collection is measured on its way to the limit, before it counts as large. */
    private static final int SAMPLES = 1_000;

    /** A collection that has this part of the limit is large. */
    private static final int LARGE_PART = 10;

    private static final int MOST_REMEMBERED = 10_000;
    private static final int MOST_WANTED = 1_000;

    /** For where collections may grow. */
    public static final CollectionLimit NONE = new CollectionLimit(0, null, System::nanoTime);

    private final long limit;
    private final @Nullable ItemStore items;
    private final LongSupplier nanoTime;
    private final Cache<Place, CollectionSize> large =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private final Map<Place, TablePlan> wanted = new ConcurrentHashMap<>();

    private record Place(int storageId, PartitionHash partition) {
        static Place of(ItemAddress address) {
            return new Place(address.table().storageId(), address.key().partition());
        }
    }

    @Inject
    public CollectionLimit(ItemConfig config, ItemStore items) {
        this(config.collectionLimit(), items, System::nanoTime);
    }

    /** @param limit in bytes; 0 for none */
    public CollectionLimit(long limit, @Nullable ItemStore items, LongSupplier nanoTime) {
        this.limit = limit;
        this.items = items;
        this.nanoTime = nanoTime;
    }

    /** The mutation, or one that refuses what would make the item larger where its collection is full. */
    public ItemMutation guarded(TablePlan plan, ItemAddress address, ItemMutation mutation) {
        return isFull(plan, address) ? new ShrinkingMutation(mutation) : mutation;
    }

    /**
     * Refuses a batch, in which nothing was written yet, that makes an item larger whose collection is full.
     *
     * @param plans one for each mutation
     */
    public void requireRoom(List<TablePlan> plans, List<AddressedMutation> batch) {
        for (int i = 0; i < batch.size(); i++) {
            ItemAddress address = batch.get(i).address();
            if (items != null && isFull(plans.get(i), address)) {
                StoredItem current = items.get(address);
                if (new ShrinkingMutation(batch.get(i).mutation()).apply(current) instanceof Change.Refuse refusal) {
                    throw refusal.error();
                }
            }
        }
    }

    /** Told what was written. */
    public void written(TablePlan plan, ItemAddress address, Change change) {
        if (limit == 0 || !plan.hasLocalIndex() || !(change instanceof Change.Write write)) {
            return;
        }
        long bytes = write.item().size() * (1L + plan.localIndexes().size());
        Place place = Place.of(address);
        CollectionSize size = large.getIfPresent(place);
        boolean due = size == null
                ? ThreadLocalRandom.current().nextDouble() * limit < (double) bytes * SAMPLES
                : size.grow(bytes, limit, nanoTime.getAsLong());
        if (due) {
            want(place, plan);
        }
    }

    /** Measures the collections that are to be measured. Takes as long as they are large; one caller at a time. */
    public void measure() {
        for (Place place : List.copyOf(wanted.keySet())) {
            TablePlan plan = wanted.remove(place);
            if (plan != null && items != null) {
                long start = nanoTime.getAsLong();
                long bytes = ItemCollections.leastSize(items, plan, place.partition());
                if (bytes < limit / LARGE_PART) {
                    large.invalidate(place);
                } else {
                    large.put(place, new CollectionSize(bytes, start, nanoTime.getAsLong()));
                }
            }
        }
    }

    private boolean isFull(TablePlan plan, ItemAddress address) {
        if (limit == 0 || !plan.hasLocalIndex()) {
            return false;
        }
        Place place = Place.of(address);
        CollectionSize size = large.getIfPresent(place);
        if (size == null || !size.isFull(limit)) {
            return false;
        }
        if (size.isOld(nanoTime.getAsLong())) { // others may have taken items out
            want(place, plan);
        }
        return true;
    }

    private void want(Place place, TablePlan plan) {
        if (wanted.size() < MOST_WANTED) {
            wanted.put(place, plan);
        }
    }
}
