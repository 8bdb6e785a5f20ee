package org.extenddb.core.model;

/** The life of a table or an index. */
public enum TableStatus {
    CREATING,

    /** Of an index alone: CREATING as clients see it, while the items that were there before it are being added. */
    BACKFILLING,
    ACTIVE,
    UPDATING,
    DELETING
}
