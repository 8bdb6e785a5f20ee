package org.extenddb.core.key;

import org.extenddb.core.model.ByteString;
import org.jspecify.annotations.Nullable;

/** A range of encoded sort keys; a null bound is open. */
public record SortBounds(
        @Nullable ByteString lower,
        boolean lowerInclusive,
        @Nullable ByteString upper,
        boolean upperInclusive) {
    public static final SortBounds ALL = new SortBounds(null, true, null, true);

    public boolean contains(ByteString sort) {
        if (lower != null) {
            int order = sort.compareTo(lower);
            if (order < 0 || (order == 0 && !lowerInclusive)) {
                return false;
            }
        }
        if (upper != null) {
            int order = sort.compareTo(upper);
            return order < 0 || (order == 0 && upperInclusive);
        }
        return true;
    }
}
