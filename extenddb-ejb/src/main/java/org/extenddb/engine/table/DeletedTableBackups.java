package org.extenddb.engine.table;

import org.extenddb.core.model.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a table with point-in-time recovery has in it when it is deleted.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html">How it works</a>
 */
public interface DeletedTableBackups {
    /** Holds on to what is in a table that may be about to go; null where nothing is to be kept of it. */
    @Nullable
    String hold(TableDefinition table);

    /** The table is gone, and what was held is backed up. */
    void make(String held, TableDefinition deleted);

    /** The table stays. */
    void release(String held);
}
