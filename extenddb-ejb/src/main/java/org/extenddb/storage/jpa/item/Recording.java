package org.extenddb.storage.jpa.item;

import org.extenddb.core.storage.TableLayout;

/** What a statement that changes items of a table writes beside them. */
enum Recording {
    NONE(" AND d.recorded_in IS NULL AND NOT d.kept", ""),
    STREAM(" AND NOT d.kept", ", recorded AS (" + ChangeRecords.RECORD + ")"),
    HISTORY(" AND d.recorded_in IS NULL", ", past AS (" + HistoryRecords.KEEP + ")"),
    BOTH("", ", recorded AS (" + ChangeRecords.RECORD + "), past AS (" + HistoryRecords.KEEP + ")");

    /**
     * On the row d of ddb_table: whether it needs no more than this. Deletes name no version of the definition, which
     * writes have (ADR 14); they take no notice of items of tables that need more.
     */
    final String suffices;

    /** Common table expressions that follow one called {@code changes}. */
    final String expressions;

    Recording(String suffices, String expressions) {
        this.suffices = suffices;
        this.expressions = expressions;
    }

    static Recording of(TableLayout table) {
        if (table.kept()) {
            return table.streamed() ? BOTH : HISTORY;
        }
        return table.streamed() ? STREAM : NONE;
    }
}
