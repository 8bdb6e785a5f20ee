package org.extenddb.core.iam.match;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request holds for the condition keys that policies ask for. */
@FunctionalInterface
public interface ContextKeys {
    /**
     * The values of a key.
     *
     * @param key in lower case
     * @return null or empty when the request has no such key
     */
    @Nullable
    List<String> values(String key);

    /**
     * Whether the request touches more than a key's values tell: a Scan meets every partition key. Such a request is never within what
     * {@code ForAllValues} allows.
     *
     * @param key in lower case
     */
    default boolean isUnbounded(String key) {
        return false;
    }

    /** These, and where they say nothing at all of a key (null) those of another. */
    default ContextKeys before(ContextKeys others) {
        ContextKeys first = this;
        return new ContextKeys() {
            @Override
            public @Nullable List<String> values(String key) {
                List<String> values = first.values(key);
                return values == null ? others.values(key) : values;
            }

            @Override
            public boolean isUnbounded(String key) {
                return first.isUnbounded(key) || others.isUnbounded(key);
            }
        };
    }

    /** What a policy variable stands for; null when the request has no such key, or several values for it. */
    default @Nullable String variable(String key) {
        List<String> values = values(key);
        return values == null || values.size() != 1 ? null : values.get(0);
    }
}
