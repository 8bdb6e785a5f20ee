package org.extenddb.core.iam;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.extenddb.core.iam.match.ContextKeys;
import org.jspecify.annotations.Nullable;

/** Condition keys of a request, and which of those that policies asked for it does not have. Of one thread. */
final class AskedKeys implements ContextKeys {
    private final ContextKeys keys;
    private final Map<String, String> missing = new TreeMap<>();

    AskedKeys(ContextKeys keys) {
        this.keys = keys;
    }

    /** @param key in lower case, as policy variables are kept */
    @Override
    public @Nullable List<String> values(String key) {
        return ask(key, key);
    }

    /** Asks for a key by the name that a policy gives it, which is then the name of it if it is missing. */
    void ask(Statement statement) {
        statement.conditions().forEach(condition -> ask(condition.key(), condition.writtenKey()));
    }

    private @Nullable List<String> ask(String key, String written) {
        List<String> values = keys.values(key);
        if (values == null || values.isEmpty()) {
            missing.merge(key, written, (before, now) -> before.equals(key) ? now : before);
        }
        return values;
    }

    @Override
    public boolean isUnbounded(String key) {
        return keys.isUnbounded(key);
    }

    /** In the order of their names. */
    List<String> missing() {
        return List.copyOf(missing.values());
    }
}
