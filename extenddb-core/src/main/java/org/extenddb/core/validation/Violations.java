package org.extenddb.core.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesConstraints;
import org.jspecify.annotations.Nullable;

/**
 * Collects the constraint violations of one request, in the order of the calls, and reports them in one
 * ValidationException. Absent members (null) break no constraint but {@link #required}.
 */
public final class Violations {
    /** DynamoDB lists no more than this many. */
    private static final int MAX_REPORTED = 10;

    private final List<String> texts = new ArrayList<>();

    public Violations required(String member, @Nullable Object value) {
        return value == null ? add(MessagesConstraints.notNull(member)) : this;
    }

    /** The length of a text in UTF-16 units. */
    public Violations length(String member, @Nullable String value, int min, int max) {
        return value == null ? this : size(member, value, value.length(), min, max);
    }

    /**
     * The number of elements of a collection.
     *
     * @param value the collection as the text shows it
     */
    public Violations size(String member, Object value, int size, int min, int max) {
        if (size < min) {
            return add(MessagesConstraints.minLength(member, value, min));
        }
        return size > max ? add(MessagesConstraints.maxLength(member, value, max)) : this;
    }

    public Violations pattern(String member, @Nullable String value, Pattern pattern) {
        return value == null || pattern.matcher(value).matches()
                ? this
                : add(MessagesConstraints.pattern(member, value, pattern.pattern()));
    }

    public Violations range(String member, @Nullable Number value, long min, long max) {
        if (value != null && value.longValue() < min) {
            return add(MessagesConstraints.minValue(member, value, min));
        }
        return value != null && value.longValue() > max ? add(MessagesConstraints.maxValue(member, value, max)) : this;
    }

    public Violations oneOf(EnumMember member) {
        return member.isValid() || member.value() == null
                ? this
                : add(MessagesConstraints.enumValue(member.member(), member.value(), member.allowed()));
    }

    /** Reports the first bad member alone, as PutItem and UpdateItem do with their enums. */
    public Violations firstOf(EnumMember... members) {
        for (EnumMember member : members) {
            if (!member.isValid()) {
                return oneOf(member);
            }
        }
        return this;
    }

    /** Adds a violation in words of its own. */
    public Violations add(String text) {
        texts.add(text);
        return this;
    }

    /** Adds all of others. */
    public Violations addAll(Violations others) {
        texts.addAll(others.texts);
        return this;
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Throws one ValidationException with all violations, if there are any. */
    public void check() {
        if (!texts.isEmpty()) {
            throw DynamoDbException.validation(
                    MessagesConstraints.detected(texts.subList(0, Math.min(MAX_REPORTED, texts.size()))));
        }
    }
}
