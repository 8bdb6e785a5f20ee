package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StoredItem;
import org.jspecify.annotations.Nullable;

/** What a transaction has made of an item. */
record WrittenChange(
        ItemAddress address,
        @Nullable StoredItem before,
        @Nullable NewItem after) {
    /**
     * Those of tables of whose changes anything is recorded.
     *
     * @param current the items before; null for absent ones
     */
    static List<WrittenChange> of(
            List<ItemAddress> addresses, List<@Nullable StoredItem> current, List<MutationResult> results) {
        List<WrittenChange> changes = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            Change change = results.get(i).change();
            if (addresses.get(i).table().recorded()
                    && (change instanceof Change.Write || change instanceof Change.Remove && current.get(i) != null)) {
                changes.add(new WrittenChange(
                        addresses.get(i), current.get(i), change instanceof Change.Write write ? write.item() : null));
            }
        }
        return changes;
    }

    /** Binds table_id, ph, sk, old_size, old_item, new_size and new_item as arrays. */
    static void bind(Connection connection, PreparedStatement insert, List<WrittenChange> changes) throws SQLException {
        set(
                connection,
                insert,
                1,
                "int4",
                changes,
                change -> change.address.table().storageId());
        set(
                connection,
                insert,
                2,
                "uuid",
                changes,
                change -> change.address.key().partition().toUuid());
        bytes(
                connection,
                insert,
                3,
                changes,
                change -> change.address.key().sort().sharedArray());
        set(connection, insert, 4, "int4", changes, change -> change.before == null ? null : change.before.size());
        bytes(connection, insert, 5, changes, change -> change.before == null ? null : change.before.json());
        set(connection, insert, 6, "int4", changes, change -> change.after == null ? null : change.after.size());
        bytes(connection, insert, 7, changes, change -> change.after == null ? null : change.after.json());
    }

    private static void set(
            Connection connection,
            PreparedStatement insert,
            int parameter,
            String type,
            List<WrittenChange> changes,
            Function<WrittenChange, @Nullable Object> value)
            throws SQLException {
        insert.setArray(
                parameter,
                connection.createArrayOf(type, changes.stream().map(value).toArray()));
    }

    private static void bytes(
            Connection connection,
            PreparedStatement insert,
            int parameter,
            List<WrittenChange> changes,
            Function<WrittenChange, byte @Nullable []> value)
            throws SQLException {
        insert.setArray(
                parameter,
                connection.createArrayOf("bytea", changes.stream().map(value).toArray(byte[][]::new)));
    }
}
