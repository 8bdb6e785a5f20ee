package org.extenddb.core.key;

import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The sort keys whose first attributes have given values, and the bounds of a condition on the attribute that comes next. With
 * nothing given and one attribute in all, that is the ordinary sort key of a table.
 *
 * @param leading values of the first attributes, in schema order; none of another type than the schema has
 * @param attributes how many attributes the sort key has in all; no less than are given
 */
public record SortKeyPrefix(List<AttributeValue> leading, int attributes) {
    public SortKeyPrefix {
        leading = List.copyOf(leading);
        if (leading.size() > attributes) {
            throw new IllegalArgumentException(leading.size() + " values for " + attributes + " sort attributes");
        }
    }

    /** A sort key of {@code attributes} attributes of which none is given. */
    public static SortKeyPrefix none(int attributes) {
        return new SortKeyPrefix(List.of(), attributes);
    }

    /** All sort keys with this prefix. */
    public SortBounds all() {
        if (leading.isEmpty()) {
            return SortBounds.ALL;
        }
        if (leading.size() == attributes) {
            ByteString key = KeyEncoder.encodeAll(leading);
            return new SortBounds(key, true, key, true);
        }
        return startingWith(KeyEncoder.encodeLeading(leading));
    }

    public SortBounds equalTo(AttributeValue value) {
        return and(value).all();
    }

    public SortBounds lessThan(AttributeValue value) {
        return new SortBounds(start(), true, and(value).first(), false);
    }

    public SortBounds atMost(AttributeValue value) {
        SortBounds equal = equalTo(value);
        return new SortBounds(start(), true, equal.upper(), equal.upperInclusive());
    }

    public SortBounds greaterThan(AttributeValue value) {
        SortBounds equal = equalTo(value);
        return new SortBounds(equal.upper(), !equal.upperInclusive(), end(), false);
    }

    public SortBounds atLeast(AttributeValue value) {
        return new SortBounds(and(value).first(), true, end(), false);
    }

    /** Both ends included; empty when {@code low} is above {@code high}. */
    public SortBounds between(AttributeValue low, AttributeValue high) {
        SortBounds highest = equalTo(high);
        return new SortBounds(and(low).first(), true, highest.upper(), highest.upperInclusive());
    }

    /** Strings or binaries that start with {@code prefix}. */
    public SortBounds beginningWith(AttributeValue prefix) {
        return startingWith(KeyEncoder.encodeBeginsWith(leading, prefix, leading.size() + 1 == attributes));
    }

    private SortKeyPrefix and(AttributeValue next) {
        List<AttributeValue> longer = new ArrayList<>(leading);
        longer.add(next);
        return new SortKeyPrefix(longer, attributes);
    }

    /** The lowest bytes a sort key with this non-empty prefix can have. */
    private ByteString first() {
        return leading.size() == attributes ? KeyEncoder.encodeAll(leading) : KeyEncoder.encodeLeading(leading);
    }

    private @Nullable ByteString start() {
        return leading.isEmpty() ? null : KeyEncoder.encodeLeading(leading);
    }

    private @Nullable ByteString end() {
        return leading.isEmpty() ? null : KeyEncoder.successor(KeyEncoder.encodeLeading(leading));
    }

    private static SortBounds startingWith(ByteString prefix) {
        return new SortBounds(prefix, true, KeyEncoder.successor(prefix), false);
    }
}
