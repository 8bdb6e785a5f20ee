package org.extenddb.storage.jpa.item;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.storage.IndexEntry;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;

/** Binds and reads rows of {@code ddb_item}. */
final class Row {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int RANDOM_BITS = 10;

    private Row() {}

    /** Binds the key; answers the next parameter. */
    static int bindKey(PreparedStatement statement, int from, ItemAddress address) throws SQLException {
        statement.setInt(from, address.table().storageId());
        statement.setObject(from + 1, address.key().partition().toUuid());
        statement.setBytes(from + 2, address.key().sort().sharedArray());
        return from + 3;
    }

    /** Binds all that is not the key, with a new version; answers the next parameter. */
    static int bindValues(PreparedStatement statement, int from, List<Integer> slots, NewItem item)
            throws SQLException {
        return bindValues(statement, from, newVersion(), slots, item);
    }

    /** The same with a version that the caller chose. */
    static int bindValues(PreparedStatement statement, int from, long version, List<Integer> slots, NewItem item)
            throws SQLException {
        int at = from;
        statement.setLong(at++, version);
        if (item.expiresAt() == null) {
            statement.setNull(at++, Types.BIGINT);
        } else {
            statement.setLong(at++, item.expiresAt());
        }
        statement.setInt(at++, item.size());
        statement.setBytes(at++, item.json());
        for (int slot : slots) {
            IndexEntry entry = entry(item, slot);
            if (entry == null) {
                statement.setNull(at++, Types.OTHER);
                statement.setNull(at++, Types.BINARY);
            } else {
                statement.setObject(at++, entry.partition().toUuid());
                statement.setBytes(at++, entry.sort().sharedArray());
            }
        }
        return at;
    }

    /** Binds which definition the row is written under. */
    static void bindDefinition(PreparedStatement statement, int from, TableLayout table) throws SQLException {
        statement.setInt(from, table.storageId());
        statement.setLong(from + 1, table.version());
    }

    /** Reads ver, sz and item, which stand in this order from a column on. */
    static StoredItem read(ResultSet row, int from, ItemKey key) throws SQLException {
        return new StoredItem(key, row.getBytes(from + 2), row.getInt(from + 1), row.getLong(from));
    }

    /** The item's place in the index with this slot. */
    static @Nullable IndexEntry entry(NewItem item, int slot) {
        for (IndexEntry entry : item.entries()) {
            if (entry.slot() == slot) {
                return entry;
            }
        }
        return null;
    }

    /** A new version, greater than the one it follows even if the clock was set back. */
    static long versionAfter(long version) {
        return Math.max(newVersion(), version + 1);
    }

    /**
     * The clock in microseconds and some random bits: where an item is deleted and written again by a server whose clock is
     * behind, the new row still does not look like the one that a compare-and-set under way has seen. Good until the year 2255.
     */
    static long newVersion() {
        Instant now = Instant.now();
        long micros = now.getEpochSecond() * MICROS_PER_SECOND + now.getNano() / NANOS_PER_MICRO;
        return micros << RANDOM_BITS | ThreadLocalRandom.current().nextInt(1 << RANDOM_BITS);
    }
}
