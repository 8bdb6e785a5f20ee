package org.extenddb.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was read, while somebody goes on to {@link #confirm} that all changes were heard; without that every request
 * reads anew. What was not there is remembered for a moment, so that asking again and again for it costs little.
 */
final class ConfirmedCache<K, V> {
    /** Confirmations come every second; a busy moment is no reason to ask the database more. */
    private static final long CONFIRMED_NANOS = Duration.ofSeconds(4).toNanos();

    private static final long ABSENT_NANOS = Duration.ofSeconds(1).toNanos();

    private final Cache<K, Entry<V>> cache;
    private final AtomicLong changes = new AtomicLong();
    private volatile long confirmed = System.nanoTime() - CONFIRMED_NANOS;

    /** @param value null when there was none */
    private record Entry<V>(@Nullable V value, long loadedAt) {}

    /** Were everything else to fail. Reading again takes a millisecond and more, so it is not done often for its own sake. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** @param unused how long what nobody asks for is kept */
    ConfirmedCache(int maximumSize, Duration unused) {
        cache = Caffeine.newBuilder()
                .maximumSize(maximumSize)
                .expireAfterAccess(unused)
                .expireAfterWrite(LONGEST)
                .build();
    }

    /**
     * Finds a value, at hand or by {@code load}.
     *
     * @return null when there is none
     */
    @Nullable
    V get(K key, Function<K, @Nullable V> load) {
        long now = System.nanoTime();
        Entry<V> entry = cache.getIfPresent(key);
        if (entry != null && isGood(entry, now)) {
            return entry.value();
        }
        if (entry != null) {
            cache.asMap().remove(key, entry);
        }
        long before = changes.get();
        Entry<V> loaded = cache.get(key, absent -> new Entry<>(load.apply(absent), System.nanoTime()));
        if (changes.get() != before) {
            // It may be from before the change.
            cache.asMap().remove(key, loaded);
        }
        return loaded.value();
    }

    /**
     * All changes that were committed until then have been forgotten here.
     *
     * @param nanoTime of {@link System#nanoTime}
     */
    void confirm(long nanoTime) {
        confirmed = nanoTime;
    }

    void forget(K key) {
        changes.incrementAndGet();
        cache.invalidate(key);
    }

    void forgetIf(Predicate<K> forgotten) {
        changes.incrementAndGet();
        cache.asMap().keySet().removeIf(forgotten);
    }

    void forgetAll() {
        changes.incrementAndGet();
        cache.invalidateAll();
    }

    private boolean isGood(Entry<V> entry, long now) {
        return entry.value() == null ? now - entry.loadedAt() < ABSENT_NANOS : now - confirmed < CONFIRMED_NANOS;
    }
}
