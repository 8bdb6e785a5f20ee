package org.extenddb.core.key;

import org.extenddb.core.model.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A place in a table or an index, after which reading goes on.
 *
 * @param item the item's own key, which tells entries of an index with equal keys apart; null in a table, where partition and
 *     sort are the item's key
 */
public record KeyPosition(
        PartitionHash partition, ByteString sort, @Nullable ItemKey item) {
    public static KeyPosition inTable(ItemKey key) {
        return new KeyPosition(key.partition(), key.sort(), null);
    }
}
