package org.extenddb.storage.jpa.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.jspecify.annotations.Nullable;

/** Definitions of tables in use. Absent tables are not cached: a new table is seen at once everywhere. */
public final class TableCache {
    private static final int MAX_TABLES = 10_000;

    /** Were everything else to fail. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Cache<TableAddress, Cached> cache = Caffeine.newBuilder()
            .maximumSize(MAX_TABLES)
            .expireAfterWrite(LONGEST)
            .build();

    private final AtomicLong generation = new AtomicLong();

    /** A definition, and the generation at the start of its loading. */
    private record Cached(TableDefinition table, long generation) {}

    @Nullable
    TableDefinition get(TableAddress address, Function<TableAddress, @Nullable TableDefinition> load) {
        Cached cached = cache.getIfPresent(address);
        if (cached == null || cached.generation() != generation.get()) {
            if (cached != null) {
                cache.asMap().remove(address, cached);
            }
            cached = cache.get(address, absent -> load(absent, load));
        }
        return cached == null ? null : cached.table();
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
