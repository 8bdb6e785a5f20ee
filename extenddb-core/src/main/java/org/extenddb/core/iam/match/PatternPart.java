package org.extenddb.core.iam.match;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A stretch of a pattern that has variables. */
sealed interface PatternPart {
    /** The codes of a {@link Wildcard} that it stands for in a request; null when the request has no value for it. */
    @Nullable
    IntStream codes(ContextKeys keys);

    /** Characters and wildcards. */
    record Fixed(List<Integer> text) implements PatternPart {
        public Fixed {
            text = List.copyOf(text);
        }

        @Override
        public IntStream codes(ContextKeys keys) {
            return text.stream().mapToInt(Integer::intValue);
        }
    }

    /**
     * A condition key whose value is put in, each character for itself.
     *
     * @param key in lower case
     * @param byDefault what stands in for a missing value
     */
    record Variable(String key, @Nullable String byDefault) implements PatternPart {
        @Override
        public @Nullable IntStream codes(ContextKeys keys) {
            String value = keys.variable(key);
            if (value == null) {
                value = byDefault;
            }
            return value == null ? null : value.chars();
        }
    }
}
