package org.extenddb.storage.jpa.item;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.extenddb.core.storage.StorageUnavailableException;

/** Pauses between attempts, longer and longer and each of random length, until time is up. */
final class Patience {
    static final Duration LENGTH = Duration.ofSeconds(20);

    private static final long LONGEST_PAUSE_MICROS = 20_000;
    private static final long FIRST_PAUSE_MICROS = 200;

    private final long end = System.nanoTime() + LENGTH.toNanos();
    private long micros = FIRST_PAUSE_MICROS;

    /** @throws StorageUnavailableException when time is up; nothing was written then */
    void pause() {
        if (System.nanoTime() - end > 0) {
            throw new StorageUnavailableException("other writers never left an item alone", null);
        }
        LockSupport.parkNanos(
                TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, micros)));
        micros = Math.min(micros * 2, LONGEST_PAUSE_MICROS);
    }
}
