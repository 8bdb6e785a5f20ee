package org.extenddb.storage.jpa.item;

import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.key.KeyPosition;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.storage.KeyRange;
import org.jspecify.annotations.Nullable;

/**
 * The text of one page of a range, and its parameters: at most so many rows, and none after the one with which their sizes
 * reach so many bytes, so that a page's memory is bounded whatever the items' size. Few rows are bounded by their number alone:
 * summing the sizes costs PostgreSQL a third of the time that reading twenty items takes.
 */
record RangeStatement(String text, List<Object> parameters) {
    /** With the largest items these take 16 MB. */
    static final int FEW_ROWS = 40;

    static RangeStatement of(KeyRange range, @Nullable KeyPosition after, int maxRows, long maxBytes) {
        Columns columns = Columns.of(range.slot());
        List<String> conditions = new ArrayList<>(List.of("table_id = ?"));
        List<Object> parameters = new ArrayList<>(List.of(range.table().storageId()));
        boolean single = range.partitions().isSingle();
        if (single) {
            conditions.add(columns.partition() + " = ?");
            parameters.add(range.partitions().first().toUuid());
        } else {
            conditions.add(columns.partition() + " BETWEEN ? AND ?");
            parameters.add(range.partitions().first().toUuid());
            parameters.add(range.partitions().last().toUuid());
        }
        bounds(range.bounds(), columns, conditions, parameters);
        List<String> order = columns.order(single);
        if (after != null) {
            conditions.add("(" + String.join(", ", order) + ") " + (range.forward() ? ">" : "<") + " (?"
                    + ", ?".repeat(order.size() - 1) + ")");
            position(after, single, parameters);
        }
        parameters.add(maxRows);
        String row = columns.row(single);
        String ordering = ordering(order, range.forward());
        String rows = "SELECT " + row + " FROM ddb_item WHERE " + String.join(" AND ", conditions) + " ORDER BY "
                + ordering + " LIMIT ?";
        if (maxRows <= FEW_ROWS) {
            return new RangeStatement(rows, parameters);
        }
        parameters.add(maxBytes);
        return new RangeStatement(
                "SELECT " + row + " FROM (SELECT " + row + ", sum(sz) OVER (ORDER BY " + ordering
                        + " ROWS UNBOUNDED PRECEDING) - sz AS before FROM (" + rows
                        + ") AS page) AS counted WHERE before < ? ORDER BY " + ordering,
                parameters);
    }

    private static void bounds(SortBounds bounds, Columns columns, List<String> conditions, List<Object> parameters) {
        if (bounds.lower() != null) {
            conditions.add(columns.sort() + (bounds.lowerInclusive() ? " >= ?" : " > ?"));
            parameters.add(bounds.lower().sharedArray());
        }
        if (bounds.upper() != null) {
            conditions.add(columns.sort() + (bounds.upperInclusive() ? " <= ?" : " < ?"));
            parameters.add(bounds.upper().sharedArray());
        }
    }

    private static void position(KeyPosition after, boolean single, List<Object> parameters) {
        if (!single) {
            parameters.add(after.partition().toUuid());
        }
        parameters.add(after.sort().sharedArray());
        if (after.item() != null) {
            parameters.add(after.item().partition().toUuid());
            parameters.add(after.item().sort().sharedArray());
        }
    }

    private static String ordering(List<String> columns, boolean forward) {
        return forward ? String.join(", ", columns) : String.join(" DESC, ", columns) + " DESC";
    }

    /** The columns that place an item in a table or in an index. */
    private record Columns(String partition, String sort, boolean index) {
        static Columns of(int slot) {
            return slot == KeyRange.TABLE
                    ? new Columns("ph", "sk", false)
                    : new Columns("g" + slot + "p", "g" + slot + "s", true);
        }

        /** Last come those that a single partition's statement leaves out, since who asks knows them. */
        String row(boolean single) {
            String row = "ver, sz, item, sk";
            if (index) {
                row += ", ph, " + sort;
            }
            return single ? row : row + ", " + partition;
        }

        List<String> order(boolean single) {
            List<String> columns = new ArrayList<>();
            if (!single) {
                columns.add(partition);
            }
            columns.add(sort);
            if (index) {
                columns.addAll(List.of("ph", "sk"));
            }
            return columns;
        }
    }
}
