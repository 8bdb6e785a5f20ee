package org.extenddb.storage.jpa.item;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.sql.Database;

/** Adds up the sizes of one partition's rows, none of whose items is read. */
final class PartitionSums {
    private final Database database;

    PartitionSums(Database database) {
        this.database = database;
    }

    List<Long> sizes(TableLayout table, PartitionHash partition, List<Integer> slots) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(text(slots))) {
                select.setInt(1, table.storageId());
                select.setObject(2, partition.toUuid());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    List<Long> sizes = new ArrayList<>(slots.size() + 1);
                    for (int column = 1; column <= slots.size() + 1; column++) {
                        sizes.add(row.getLong(column));
                    }
                    return sizes;
                }
            }
        });
    }

    private static String text(List<Integer> slots) {
        StringBuilder text = new StringBuilder("SELECT coalesce(sum(sz), 0)");
        for (int slot : slots) {
            text.append(", coalesce(sum(sz) FILTER (WHERE g").append(slot).append("p IS NOT NULL), 0)");
        }
        return text.append(" FROM ddb_item WHERE table_id = ? AND ph = ?").toString();
    }
}
