package org.extenddb.core.storage;

import org.extenddb.core.key.ItemKey;

/**
 * An item as storage holds it.
 *
 * @param json canonical DynamoDB JSON in UTF-8, as it goes out on the wire; shared, never written to
 * @param size DynamoDB's item size in bytes
 * @param version changes with every write of the item, and differs between an item and one put in its place after a delete
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredItem(ItemKey key, byte[] json, int size, long version) {}
