package org.extenddb.storage.jpa.item;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.KeyPosition;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/** Reads ranges page by page, each page by the position of the last item of the one before. */
final class RangeReads {
    private static final int MAX_ROWS = 1_000;
    private static final long MAX_BYTES = 1 << 20;

    private final Database database;

    RangeReads(Database database) {
        this.database = database;
    }

    boolean read(KeyRange range, int expectedItems, Predicate<StoredItem> visitor) {
        KeyPosition after = range.after();
        int rows = Math.max(1, Math.min(expectedItems, MAX_ROWS));
        while (true) {
            Page page = page(range, after, rows);
            for (StoredItem item : page.items()) {
                if (!visitor.test(item)) {
                    return false;
                }
            }
            if (page.isLast(rows)) {
                return true;
            }
            after = page.end();
            rows = MAX_ROWS;
        }
    }

    private record Page(List<StoredItem> items, @Nullable KeyPosition end, long bytes) {
        /** Neither the number of rows nor their size cut it short. */
        boolean isLast(int maxRows) {
            return items.size() < maxRows && (maxRows <= RangeStatement.FEW_ROWS || bytes < MAX_BYTES);
        }
    }

    private Page page(KeyRange range, @Nullable KeyPosition after, int maxRows) {
        RangeStatement statement = RangeStatement.of(range, after, maxRows, MAX_BYTES);
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(statement.text())) {
                List<Object> parameters = statement.parameters();
                for (int i = 0; i < parameters.size(); i++) {
                    if (parameters.get(i) instanceof byte[] bytes) {
                        select.setBytes(i + 1, bytes);
                    } else {
                        select.setObject(i + 1, parameters.get(i));
                    }
                }
                try (ResultSet rows = select.executeQuery()) {
                    return page(range, rows);
                }
            }
        });
    }

    private static Page page(KeyRange range, ResultSet rows) throws SQLException {
        List<StoredItem> items = new ArrayList<>();
        KeyPosition end = null;
        long bytes = 0;
        while (rows.next()) {
            KeyPosition position = position(range, rows);
            ItemKey key =
                    position.item() == null ? new ItemKey(position.partition(), position.sort()) : position.item();
            StoredItem item = Row.read(rows, 1, key);
            items.add(item);
            bytes += item.size();
            end = position;
        }
        return new Page(items, end, bytes);
    }

    private static KeyPosition position(KeyRange range, ResultSet rows) throws SQLException {
        ByteString sort = ByteString.owning(rows.getBytes(4));
        if (range.slot() == KeyRange.TABLE) {
            return new KeyPosition(partition(range, rows, 5), sort, null);
        }
        ItemKey key = new ItemKey(partition(rows, 5), sort);
        return new KeyPosition(partition(range, rows, 7), ByteString.owning(rows.getBytes(6)), key);
    }

    /** A single partition's statement does not answer which it is. */
    private static PartitionHash partition(KeyRange range, ResultSet rows, int column) throws SQLException {
        return range.partitions().isSingle() ? range.partitions().first() : partition(rows, column);
    }

    private static PartitionHash partition(ResultSet rows, int column) throws SQLException {
        return PartitionHash.fromUuid(rows.getObject(column, UUID.class));
    }
}
