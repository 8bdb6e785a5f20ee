package org.extenddb.core.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item to be written.
 *
 * @param json canonical DynamoDB JSON in UTF-8; given away, never written to again
 * @param size DynamoDB's item size in bytes
 * @param expiresAt time to live in epoch seconds; null unless TTL is enabled and the item has a valid one
 * @param entries at most one per slot of the table's layout
 */
@SuppressWarnings("ArrayRecordComponent")
public record NewItem(byte[] json, int size, @Nullable Long expiresAt, List<IndexEntry> entries) {
    public NewItem {
        entries = List.copyOf(entries);
    }
}
