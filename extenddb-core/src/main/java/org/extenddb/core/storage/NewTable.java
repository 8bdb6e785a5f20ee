package org.extenddb.core.storage;

import java.util.List;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;

/**
 * A table to be created.
 *
 * @param indexes with slots already given, each 1 to 25 and used once
 */
public record NewTable(
        TableAddress address,
        KeySchema keySchema,
        List<KeyAttribute> keyAttributes,
        List<IndexDefinition> indexes,
        TableSettings settings) {
    public NewTable {
        keyAttributes = List.copyOf(keyAttributes);
        indexes = List.copyOf(indexes);
    }
}
