package org.extenddb.worker;

import org.extenddb.core.key.ItemKey;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableStatus;

/**
 * An index that is being built or deleted, and how far that has come: all of one moment.
 *
 * @param id another one for each time that the work begins anew
 * @param version of the table's definition
 * @param status of the index: CREATING, BACKFILLING or DELETING
 * @param last the last item that is done
 * @param ageSeconds since the work began, by the database's clock
 */
record IndexJob(
        long id,
        int storageId,
        int slot,
        String indexName,
        TableAddress table,
        long version,
        TableStatus status,
        ItemKey last,
        Progress progress,
        double ageSeconds) {
    /**
     * What was done.
     *
     * @param items looked at
     * @param entries written or taken away
     * @param violations items that the index cannot hold
     */
    record Progress(long items, long entries, long violations) {
        static final Progress NONE = new Progress(0, 0, 0);

        Progress plus(Progress more) {
            return new Progress(items + more.items, entries + more.entries, violations + more.violations);
        }
    }

    /** Whether nothing was done yet. */
    boolean isNew() {
        return progress.items() == 0;
    }

    @Override
    public String toString() {
        return "index " + indexName + " of table " + table.arn();
    }
}
