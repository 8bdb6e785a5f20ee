package org.extenddb.core.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request member that takes one of a set of names.
 *
 * @param member its path as DynamoDB's texts spell it, such as {@code returnConsumedCapacity}
 * @param value as sent; null when absent, which is always fine
 * @param allowed in the order in which DynamoDB's text lists them
 */
public record EnumMember(String member, @Nullable String value, List<String> allowed) {
    public EnumMember {
        allowed = List.copyOf(allowed);
    }

    public boolean isValid() {
        return value == null || allowed.contains(value);
    }
}
