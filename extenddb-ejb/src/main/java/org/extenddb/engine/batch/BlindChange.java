package org.extenddb.engine.batch;

import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.StoredItem;
import org.jspecify.annotations.Nullable;

/** A change that does not depend on the current item. */
record BlindChange(Reads reads, Change change) implements ItemMutation {
    @Override
    public Change apply(@Nullable StoredItem current) {
        return change;
    }
}
