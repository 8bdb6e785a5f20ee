package org.extenddb.auth;

import java.util.List;
import java.util.function.Supplier;
import org.extenddb.core.iam.AccessDetails;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.TagValues;
import org.extenddb.core.model.TableDefinition;
import org.jspecify.annotations.Nullable;

/** What an operation says of an access, with what the table's definition adds to it. */
record TableAccessDetails(
        AccessDetails asked,
        PolicyHolder holder,
        Supplier<@Nullable TableDefinition> definition,
        ResourcePolicies policies)
        implements AccessDetails {
    private static final String TAG = "aws:resourcetag/";

    @Override
    public @Nullable NamedPolicy resourcePolicy() {
        NamedPolicy proposed = asked.resourcePolicy();
        if (proposed != null) {
            return proposed;
        }
        TableDefinition table = definition.get();
        return table == null ? null : policies.of(holder, table);
    }

    @Override
    public @Nullable List<String> values(String key) {
        return key.startsWith(TAG) ? tag(key.substring(TAG.length())) : asked.values(key);
    }

    @Override
    public boolean isUnbounded(String key) {
        return asked.isUnbounded(key);
    }

    /** Keys of tags of a table may differ by case alone; to policies they are one key with several values. A stream has no tags. */
    private @Nullable List<String> tag(String lowerKey) {
        if (holder.stream() != null) {
            return null;
        }
        TableDefinition table = definition.get();
        return table == null ? null : TagValues.of(table.settings().tags(), lowerKey);
    }
}
