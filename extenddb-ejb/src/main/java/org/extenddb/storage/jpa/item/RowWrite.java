package org.extenddb.storage.jpa.item;

import java.util.Comparator;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StorageUnavailableException;
import org.jspecify.annotations.Nullable;

/** A row to be written, and its outcome. Handed from thread to thread, never used by two at once. */
final class RowWrite {
    static final Comparator<ItemAddress> KEY_ORDER = Comparator.<ItemAddress>comparingInt(
                    address -> address.table().storageId())
            .thenComparing(ItemAddress::key);

    /** Beyond this the row itself is the cost, and company would only have to wait for it. */
    private static final int SMALL_BYTES = 32 * 1024;

    private final ItemAddress address;
    private final NewItem item;
    private final long seen;
    private boolean written;
    private @Nullable StorageUnavailableException failure;

    private RowWrite(ItemAddress address, NewItem item, long seen) {
        this.address = address;
        this.item = item;
        this.seen = seen;
    }

    static RowWrite blind(ItemAddress address, NewItem item) {
        return new RowWrite(address, item, 0);
    }

    /** @param seen the version that the row must still have */
    static RowWrite ifUnchanged(ItemAddress address, NewItem item, long seen) {
        return new RowWrite(address, item, seen);
    }

    ItemAddress address() {
        return address;
    }

    NewItem item() {
        return item;
    }

    long seen() {
        return seen;
    }

    boolean isSmall() {
        return item.json().length <= SMALL_BYTES;
    }

    void ended(boolean asWritten) {
        written = asWritten;
    }

    void failed(StorageUnavailableException cause) {
        failure = cause;
    }

    /**
     * Another write of the same row and the same moment came after this one and overwrote it. For a blind write that is as good
     * as having been written; one that expected a version has to look again.
     */
    void coveredBy(RowWrite last) {
        written = last == this ? written : last.written && seen == 0;
    }

    /** Whether it was written. */
    boolean outcome() {
        if (failure != null) {
            throw failure;
        }
        return written;
    }
}
