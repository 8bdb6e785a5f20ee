package org.extenddb.storage.jpa.item;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicInteger;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.StoredItem;
import org.jspecify.annotations.Nullable;

/**
 * Items as this server last wrote them, so that the next update of one need not read it first. What is remembered may be out of
 * date: it is good for a compare-and-set that fails then, and for nothing else. Nothing is ever answered from here.
 *
 * <p>An image that turns out to be out of date costs a statement where a good one saves one. Where other servers write the same
 * items, so that it mostly is, remembered items are tried now and then only.
 */
final class RememberedItems {
    /** Larger ones are not kept: reading them is a small part of the work of writing them. */
    static final int LARGEST = 16 * 1024;

    private static final int ENTRY_OVERHEAD = 256;
    private static final int FULL_TRUST = 256;
    private static final int GAIN = 2;
    private static final int LOSS = 3;
    private static final int ATTEMPT_WITHOUT_TRUST = 32;

    private final @Nullable Cache<Key, StoredItem> items;
    private final AtomicInteger trust = new AtomicInteger(FULL_TRUST);
    private final AtomicInteger distrusted = new AtomicInteger();

    private record Key(int table, ItemKey item) {}

    /** @param bytes how much memory to use; 0 to remember nothing */
    RememberedItems(long bytes) {
        this.items = bytes == 0
                ? null
                : Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .weigher((Key key, StoredItem item) -> item.json().length + ENTRY_OVERHEAD)
                        .executor(Runnable::run)
                        .build();
    }

    /** Null where nothing is known, or nothing is worth an attempt. */
    @Nullable
    StoredItem recall(ItemAddress address) {
        if (items == null || trust.get() == 0 && distrusted.incrementAndGet() % ATTEMPT_WITHOUT_TRUST != 0) {
            return null;
        }
        return items.getIfPresent(key(address));
    }

    /** The item was written like this. */
    void remember(ItemAddress address, StoredItem written) {
        if (items != null && written.json().length <= LARGEST) {
            items.put(key(address), written);
        }
    }

    /** The item was removed, or is known to have changed. */
    void forget(ItemAddress address) {
        if (items != null) {
            items.invalidate(key(address));
        }
    }

    /** Learns whether a remembered item was still the stored one. */
    void tried(boolean unchanged) {
        int now = trust.get();
        int then = Math.max(0, Math.min(FULL_TRUST, unchanged ? now + GAIN : now - LOSS));
        if (then != now) {
            trust.set(then);
        }
    }

    private static Key key(ItemAddress address) {
        return new Key(address.table().storageId(), address.key());
    }
}
