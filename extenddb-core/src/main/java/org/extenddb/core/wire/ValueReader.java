package org.extenddb.core.wire;

import org.jspecify.annotations.Nullable;

/**
 * Reads one element of a list or a map.
 *
 * @param <T> the element
 */
@FunctionalInterface
public interface ValueReader<T> {
    /** The element; null (a JSON null) leaves it out. */
    @Nullable
    T read(JsonInput in);
}
