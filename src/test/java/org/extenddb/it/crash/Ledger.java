package org.extenddb.it.crash;

import java.util.HashSet;
import java.util.Set;

/**
 * What one item may be, as its only writer knows it: the last acknowledged value, or any of those that a request without an
 * answer would have made of it. Value 0 is the absent item.
 */
final class Ledger {
    static final long ABSENT = 0;

    private final Set<Long> possible = new HashSet<>(Set.of(ABSENT));

    void acknowledged(long value) {
        possible.clear();
        possible.add(value);
    }

    void uncertain(long value) {
        possible.add(value);
    }

    boolean isCertain() {
        return possible.size() == 1;
    }

    /** The value, if it is certain. */
    long value() {
        return possible.iterator().next();
    }

    boolean allows(long seen) {
        return possible.contains(seen);
    }

    @Override
    public String toString() {
        return possible.toString();
    }
}
