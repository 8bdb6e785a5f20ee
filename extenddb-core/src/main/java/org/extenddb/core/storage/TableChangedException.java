package org.extenddb.core.storage;

/**
 * A write was made for a definition that is no longer the table's, or the table is gone. Nothing was written. The caller finds
 * the definition again, which is then newer, and makes the write anew.
 */
public final class TableChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without a stack trace: it is part of the ordinary course of things. */
    public TableChangedException(TableLayout table) {
        super(
                "the table " + table.storageId() + " is no longer defined by version " + table.version(),
                null,
                false,
                false);
    }
}
