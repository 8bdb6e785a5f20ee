package org.extenddb.storage.jpa.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of tables in use. Absent tables are not cached: a new table is seen at once everywhere. What is cached serves only
 * while somebody goes on to {@link #confirm} that all changes were heard; without that every request loads anew.
 */
public final class TableCache {
    private static final int MAX_TABLES = 10_000;

    /** Were everything else to fail. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Confirmations come every second; a busy moment is no reason to ask the database more. */
    private static final long CONFIRMED_NANOS = Duration.ofSeconds(4).toNanos();

    private final Cache<TableAddress, @Nullable Cached> cache = Caffeine.newBuilder()
            .maximumSize(MAX_TABLES)
            .expireAfterWrite(LONGEST)
            .build();

    private final AtomicLong generation = new AtomicLong();
    private volatile long confirmed = System.nanoTime() - CONFIRMED_NANOS;

    /** A definition, and the generation at the start of its loading. */
    private record Cached(TableDefinition table, long generation) {}

    @Nullable
    TableDefinition get(TableAddress address, Function<TableAddress, @Nullable TableDefinition> load) {
        if (System.nanoTime() - confirmed >= CONFIRMED_NANOS) {
            return load.apply(address);
        }
        Cached cached = cache.getIfPresent(address);
        if (cached == null || cached.generation() != generation.get()) {
            if (cached != null) {
                cache.asMap().remove(address, cached);
            }
            cached = cache.get(address, absent -> load(absent, load));
        }
        return cached == null ? null : cached.table();
    }

    /**
     * All changes that were committed until then have been forgotten here.
     *
     * @param nanoTime of {@link System#nanoTime}
     */
    public void confirm(long nanoTime) {
        confirmed = nanoTime;
    }

    /** Forgets a table. A load under way ends first, and is forgotten with it. */
    public void forget(TableAddress address) {
        cache.invalidate(address);
    }

    /** Forgets every table, those whose loading has begun included. */
    public void forgetAll() {
        generation.incrementAndGet();
        cache.invalidateAll();
    }

    private @Nullable Cached load(TableAddress address, Function<TableAddress, @Nullable TableDefinition> load) {
        long before = generation.get();
        TableDefinition table = load.apply(address);
        return table == null ? null : new Cached(table, before);
    }
}
