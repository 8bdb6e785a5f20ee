package org.extenddb.core.storage.memory;

import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.KeyPosition;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.IndexEntry;

/** Where an item stands in a table or an index: ordered by partition, sort key, then the item's own key. */
record Place(PartitionHash partition, ByteString sort, ItemKey item) implements Comparable<Place> {
    static Place inTable(ItemKey key) {
        return new Place(key.partition(), key.sort(), key);
    }

    static Place inIndex(IndexEntry entry, ItemKey key) {
        return new Place(entry.partition(), entry.sort(), key);
    }

    static Place of(KeyPosition position) {
        ItemKey item = position.item();
        return item == null
                ? inTable(new ItemKey(position.partition(), position.sort()))
                : new Place(position.partition(), position.sort(), item);
    }

    /** Before every place of a partition. */
    static Place startOf(PartitionHash partition) {
        return new Place(partition, ByteString.EMPTY, new ItemKey(PartitionHash.MIN, ByteString.EMPTY));
    }

    @Override
    public int compareTo(Place other) {
        int order = partition.compareTo(other.partition);
        if (order == 0) {
            order = sort.compareTo(other.sort);
        }
        return order != 0 ? order : item.compareTo(other.item);
    }
}
