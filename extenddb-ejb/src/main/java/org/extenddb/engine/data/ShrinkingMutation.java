package org.extenddb.engine.data;

import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.StoredItem;
import org.jspecify.annotations.Nullable;

/** Does what another mutation does, unless that makes the item larger. */
record ShrinkingMutation(ItemMutation mutation) implements ItemMutation {
    @Override
    public Reads reads() {
        return Reads.CURRENT;
    }

    @Override
    public Change apply(@Nullable StoredItem current) {
        Change change = mutation.apply(mutation.reads() == Reads.NOTHING ? null : current);
        boolean larger =
                change instanceof Change.Write write && write.item().size() > (current == null ? 0 : current.size());
        return larger
                ? new Change.Refuse(DynamoDbException.of(
                        ErrorCode.ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED, MessagesItem.COLLECTION_TOO_LARGE))
                : change;
    }
}
