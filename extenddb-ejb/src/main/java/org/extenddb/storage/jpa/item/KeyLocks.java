package org.extenddb.storage.jpa.item;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.extenddb.core.storage.ItemAddress;

/** A fixed number of locks that stand for all items. They only save work: correctness never depends on them. */
final class KeyLocks {
    private static final int STRIPES = 1024;

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    <T> T holding(ItemAddress address, Supplier<T> work) {
        int hash = address.key().hashCode() * 31 + address.table().storageId();
        ReentrantLock stripe = stripes[(hash ^ hash >>> 16) & STRIPES - 1];
        stripe.lock();
        try {
            return work.get();
        } finally {
            stripe.unlock();
        }
    }
}
