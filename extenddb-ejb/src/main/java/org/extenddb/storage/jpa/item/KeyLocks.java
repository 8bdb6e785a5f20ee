package org.extenddb.storage.jpa.item;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.StorageUnavailableException;

/**
 * A fixed number of locks that stand for all items. They only save work: correctness never depends on them. Nobody queues
 * for long, so that a database which does not answer is not asked by one request after the other for minutes.
 */
final class KeyLocks {
    private static final int STRIPES = 1024;

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    private final Duration patience;

    KeyLocks(Duration patience) {
        this.patience = patience;
    }

    /** @throws StorageUnavailableException when those before take too long; the work was not begun then */
    <T> T holding(ItemAddress address, Supplier<T> work) {
        int hash = address.key().hashCode() * 31 + address.table().storageId();
        ReentrantLock stripe = stripes[(hash ^ hash >>> 16) & STRIPES - 1];
        if (!acquired(stripe)) {
            throw new StorageUnavailableException("others were busy with an item for too long", null);
        }
        try {
            return work.get();
        } finally {
            stripe.unlock();
        }
    }

    private boolean acquired(ReentrantLock stripe) {
        try {
            return stripe.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
