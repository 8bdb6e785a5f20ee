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

    /** What a policy variable stands for; null when the request has no such key, or several values for it. */
    default @Nullable String variable(String key) {
        List<String> values = values(key);
        return values == null || values.size() != 1 ? null : values.get(0);
    }
}
