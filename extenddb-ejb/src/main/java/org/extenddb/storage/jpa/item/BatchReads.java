package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Reads items by a list of keys up to a number of bytes. The first statement brings every item that is no larger than its share of
 * the limit, which together cannot exceed it, and of the others only the size. The large ones that still fit come by a second
 * statement, which most requests never need.
 */
final class BatchReads {
    private final Database database;

    BatchReads(Database database) {
        this.database = database;
    }

    /** A row without its item where that is larger than its share. */
    private record Found(@Nullable StoredItem item, int size) {
        private static final Found ABSENT = new Found(null, 0);

        boolean isLeftOut() {
            return item == null && size > 0;
        }
    }

    List<@Nullable StoredItem> getAtMost(List<ItemAddress> addresses, long maxBytes) {
        int share = (int) Math.min(Integer.MAX_VALUE, maxBytes / addresses.size());
        Found[] found = database.read(connection -> find(connection, addresses, share));
        int end = end(found, maxBytes);
        List<Integer> large = IntStream.range(0, end)
                .filter(i -> found[i].isLeftOut())
                .boxed()
                .toList();
        List<@Nullable StoredItem> items = new ArrayList<>(end);
        for (int i = 0; i < end; i++) {
            items.add(found[i].item());
        }
        if (!large.isEmpty()) {
            List<@Nullable StoredItem> fetched = database.read(connection -> KeyArrays.read(
                    connection,
                    ItemStatements.SELECT_ALL,
                    large.stream().map(addresses::get).toList()));
            for (int i = 0; i < large.size(); i++) {
                items.set(large.get(i), fetched.get(i));
            }
        }
        return items;
    }

    private static Found[] find(Connection connection, List<ItemAddress> addresses, int share) throws SQLException {
        Found[] found = new Found[addresses.size()];
        Arrays.fill(found, Found.ABSENT);
        try (PreparedStatement select = connection.prepareStatement(ItemStatements.SELECT_SMALL)) {
            select.setInt(1, share);
            KeyArrays.bind(connection, select, 2, addresses);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int position = row.getInt(1) - 1;
                    int size = row.getInt(3);
                    found[position] = new Found(
                            size > share
                                    ? null
                                    : Row.read(row, 2, addresses.get(position).key()),
                            size);
                }
            }
        }
        return found;
    }

    /** How many from the front fit; at least one. */
    private static int end(Found[] found, long maxBytes) {
        long bytes = 0;
        for (int i = 0; i < found.length; i++) {
            bytes += found[i].size();
            if (bytes > maxBytes && i > 0) {
                return i;
            }
        }
        return found.length;
    }
}
