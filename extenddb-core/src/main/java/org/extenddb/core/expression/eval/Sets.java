package org.extenddb.core.expression.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.BinarySet;
import org.extenddb.core.model.AttributeValue.NumberSet;
import org.extenddb.core.model.AttributeValue.StringSet;
import org.jspecify.annotations.Nullable;

/** Union and difference of two sets of one type. Sets of different types are refused with {@code mismatch}. */
final class Sets {
    private Sets() {}

    static AttributeValue union(AttributeValue set, AttributeValue more, String mismatch) {
        if (set instanceof StringSet a && more instanceof StringSet b) {
            return StringSet.of(joined(a.values(), b.values()));
        }
        if (set instanceof NumberSet a && more instanceof NumberSet b) {
            return NumberSet.of(joined(a.values(), b.values()));
        }
        if (set instanceof BinarySet a && more instanceof BinarySet b) {
            return BinarySet.of(joined(a.values(), b.values()));
        }
        throw DynamoDbException.validation(mismatch);
    }

    /** What is left of a set; null when nothing is, for there are no empty sets. */
    static @Nullable AttributeValue difference(AttributeValue set, AttributeValue less, String mismatch) {
        if (set instanceof StringSet a && less instanceof StringSet b) {
            List<String> left = left(a.values(), b.values());
            return left.isEmpty() ? null : new StringSet(left);
        }
        if (set instanceof NumberSet a && less instanceof NumberSet b) {
            var left = left(a.values(), b.values());
            return left.isEmpty() ? null : new NumberSet(left);
        }
        if (set instanceof BinarySet a && less instanceof BinarySet b) {
            var left = left(a.values(), b.values());
            return left.isEmpty() ? null : new BinarySet(left);
        }
        throw DynamoDbException.validation(mismatch);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static <T> List<T> left(List<T> all, List<T> gone) {
        Set<T> dropped = new HashSet<>(gone);
        return all.stream().filter(member -> !dropped.contains(member)).toList();
    }
}
