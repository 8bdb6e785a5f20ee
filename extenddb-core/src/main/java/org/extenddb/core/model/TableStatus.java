package org.extenddb.core.model;

/** The life of a table or an index. */
public enum TableStatus {
    CREATING,
    ACTIVE,
    UPDATING,
    DELETING
}
