package org.extenddb.core.iam.condition;

import java.util.List;
import org.extenddb.core.iam.match.ContextKeys;

/** Whether a request has a key. */
record NullCondition(String key, String writtenKey, boolean acceptsAbsent, boolean acceptsPresent)
        implements Condition {
    @Override
    public boolean holds(ContextKeys keys, boolean allow) {
        List<String> values = keys.values(key);
        return values == null || values.isEmpty() ? acceptsAbsent : acceptsPresent;
    }

    @Override
    public String toString() {
        return "Null " + key;
    }
}
