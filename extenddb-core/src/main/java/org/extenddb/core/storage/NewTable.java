package org.extenddb.core.storage;

import java.util.List;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.ResourcePolicy;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.jspecify.annotations.Nullable;

/**
 * A table to be created.
 *
 * @param indexes with slots already given, each 1 to 25 and used once
 * @param status CREATING for a table that clients are not to use before somebody has filled it; otherwise ACTIVE
 * @param resourcePolicy null for a table without
 */
public record NewTable(
        TableAddress address,
        KeySchema keySchema,
        List<KeyAttribute> keyAttributes,
        List<IndexDefinition> indexes,
        TableSettings settings,
        TableStatus status,
        @Nullable ResourcePolicy resourcePolicy) {
    public NewTable {
        keyAttributes = List.copyOf(keyAttributes);
        indexes = List.copyOf(indexes);
    }

    /** One without a policy. */
    public NewTable(
            TableAddress address,
            KeySchema keySchema,
            List<KeyAttribute> keyAttributes,
            List<IndexDefinition> indexes,
            TableSettings settings,
            TableStatus status) {
        this(address, keySchema, keyAttributes, indexes, settings, status, null);
    }

    /** One that is ACTIVE at once. */
    public NewTable(
            TableAddress address,
            KeySchema keySchema,
            List<KeyAttribute> keyAttributes,
            List<IndexDefinition> indexes,
            TableSettings settings) {
        this(address, keySchema, keyAttributes, indexes, settings, TableStatus.ACTIVE);
    }
}
