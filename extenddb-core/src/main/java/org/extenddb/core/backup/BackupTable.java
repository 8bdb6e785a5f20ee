package org.extenddb.core.backup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;

/** A table as a backup has it: all that another installation needs to make one like it. */
public record BackupTable(
        TableAddress address,
        UUID tableId,
        Instant createdAt,
        KeySchema keySchema,
        List<KeyAttribute> keyAttributes,
        List<IndexDefinition> indexes,
        TableSettings settings) {
    public BackupTable {
        keyAttributes = List.copyOf(keyAttributes);
        indexes = List.copyOf(indexes);
    }

    /** Without indexes that are about to go. */
    public static BackupTable of(TableDefinition table) {
        return new BackupTable(
                table.address(),
                table.tableId(),
                table.createdAt(),
                table.keySchema(),
                table.keyAttributes(),
                table.indexes().stream()
                        .filter(index -> index.status() != TableStatus.DELETING)
                        .map(index -> index.withStatus(TableStatus.ACTIVE))
                        .toList(),
                table.settings());
    }
}
