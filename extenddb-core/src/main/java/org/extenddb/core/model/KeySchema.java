package org.extenddb.core.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The key of a table or an index. A table has one HASH and at most one RANGE attribute, a global index up to four of each. */
public record KeySchema(List<KeyAttribute> hash, List<KeyAttribute> range) {
    public KeySchema {
        hash = List.copyOf(hash);
        range = List.copyOf(range);
    }

    public static KeySchema of(KeyAttribute hash, @Nullable KeyAttribute range) {
        return new KeySchema(List.of(hash), range == null ? List.of() : List.of(range));
    }

    /** Hash attributes first, then range attributes, each in schema order. */
    public List<KeyAttribute> attributes() {
        return Stream.concat(hash.stream(), range.stream()).toList();
    }

    public boolean contains(String attributeName) {
        return attributes().stream().anyMatch(a -> a.name().equals(attributeName));
    }
}
