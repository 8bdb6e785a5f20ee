package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.StoredItem;
import org.jspecify.annotations.Nullable;

/** Reads items by a list of keys in one statement, whose text is the same for any number of them. */
final class KeyArrays {
    /** The one order in which statements take items. */
    static final Comparator<ItemAddress> ORDER = Comparator.<ItemAddress>comparingInt(
                    address -> address.table().storageId())
            .thenComparing(ItemAddress::key);

    private KeyArrays() {}

    /** One element an address, null where the statement answered none. */
    static List<@Nullable StoredItem> read(Connection connection, String text, List<ItemAddress> addresses)
            throws SQLException {
        return read(connection, text, addresses, null);
    }

    private static List<@Nullable StoredItem> read(
            Connection connection, String text, List<ItemAddress> addresses, long @Nullable [] footprints)
            throws SQLException {
        List<@Nullable StoredItem> items =
                new ArrayList<@Nullable StoredItem>(Collections.<@Nullable StoredItem>nCopies(addresses.size(), null));
        try (PreparedStatement select = connection.prepareStatement(text)) {
            bind(connection, select, 1, addresses);
            if (!select.execute()) {
                select.getMoreResults(); // of the statement before, which sets the bound of the wait
            }
            try (ResultSet row = select.getResultSet()) {
                while (row.next()) {
                    int position = row.getInt(1) - 1;
                    items.set(position, Row.read(row, 2, addresses.get(position).key()));
                    if (footprints != null) {
                        footprints[position] = row.getLong("was");
                    }
                }
            }
        }
        return items;
    }

    /**
     * Items that are locked.
     *
     * @param items null for those that are absent
     * @param footprints what they count for
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Locked(List<@Nullable StoredItem> items, long[] footprints) {}

    /** As read, of a statement that answers {@code was} too. */
    static Locked lock(Connection connection, String text, List<ItemAddress> addresses) throws SQLException {
        long[] footprints = new long[addresses.size()];
        return new Locked(read(connection, text, addresses, footprints), footprints);
    }

    /** Binds three arrays; answers the next parameter. */
    static int bind(Connection connection, PreparedStatement statement, int from, List<ItemAddress> addresses)
            throws SQLException {
        Integer[] tables =
                addresses.stream().map(address -> address.table().storageId()).toArray(Integer[]::new);
        Object[] partitions = addresses.stream()
                .map(address -> address.key().partition().toUuid())
                .toArray();
        byte[][] sorts = addresses.stream()
                .map(address -> address.key().sort().sharedArray())
                .toArray(byte[][]::new);
        statement.setArray(from, connection.createArrayOf("int4", tables));
        statement.setArray(from + 1, connection.createArrayOf("uuid", partitions));
        statement.setArray(from + 2, connection.createArrayOf("bytea", sorts));
        return from + 3;
    }
}
