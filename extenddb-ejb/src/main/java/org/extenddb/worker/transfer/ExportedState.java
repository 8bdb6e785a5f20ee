package org.extenddb.worker.transfer;

import java.io.IOException;
import org.extenddb.core.key.ItemKey;
import org.jspecify.annotations.Nullable;

/** What is exported, in key order. It is the same whenever it is read. */
interface ExportedState {
    /**
     * Writes what comes after a key: some megabytes.
     *
     * @return the last key; null when there is nothing left
     */
    @Nullable
    ItemKey write(ItemKey after, DataFileWriter file) throws IOException;

    /** Sizes of what was written since it was made, as DynamoDB counts them. */
    long itemBytes();
}
