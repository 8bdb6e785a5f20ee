package org.extenddb.storage.jpa.item;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.StorageUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of locks that stand for all items. They only save work: correctness never depends on them. Nobody queues
 * for long, so that a database which does not answer is not asked by one request after the other for minutes; and where somebody
 * else holds an item in the database, all who queue here for it give up with the one that found out.
 */
final class KeyLocks {
    private static final int STRIPES = 1024;

    private static final class Stripe {
        private final ReentrantLock lock = new ReentrantLock();

        /** When work that held this was last in vain; of whoever holds it. */
        private long heldUp = System.nanoTime();

        /** By which item; others only happen to stand behind it. */
        private @Nullable ItemKey by;
    }

    private final Stripe[] stripes = Stream.generate(Stripe::new).limit(STRIPES).toArray(Stripe[]::new);

    private final Duration patience;

    KeyLocks(Duration patience) {
        this.patience = patience;
    }

    /**
     * Runs the work when its turn has come.
     *
     * @param work answers null where the database kept it waiting in vain
     * @return null as well when that happened to others while this was queued; the work was not begun then
     * @throws StorageUnavailableException when those before take too long; the work was not begun then
     */
    <T> @Nullable T holding(ItemAddress address, Supplier<@Nullable T> work) {
        Stripe stripe = stripes[stripe(address)];
        long asked = System.nanoTime();
        if (!acquired(stripe)) {
            throw new StorageUnavailableException("others were busy with an item for too long", null);
        }
        try {
            if (stripe.heldUp - asked > 0 && address.key().equals(stripe.by)) {
                return null;
            }
            T result = work.get();
            if (result == null) {
                stripe.heldUp = System.nanoTime();
                stripe.by = address.key();
            }
            return result;
        } finally {
            stripe.lock.unlock();
        }
    }

    /** Which lock an item's is: that of many others, too. */
    static int stripe(ItemAddress address) {
        int hash = address.key().hashCode() * 31 + address.table().storageId();
        return (hash ^ hash >>> 16) & STRIPES - 1;
    }

    private boolean acquired(Stripe stripe) {
        try {
            return stripe.lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
