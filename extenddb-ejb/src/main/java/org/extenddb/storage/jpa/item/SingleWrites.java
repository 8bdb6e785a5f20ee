package org.extenddb.storage.jpa.item;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.SqlStates;
import org.jspecify.annotations.Nullable;

/**
 * Mutations of one item. A blind one is one statement. One that looks at the item reads it, is applied here, and is written
 * only where the version is still the one it saw; a lock of this JVM lets writers of one item queue here instead of
 * colliding in the database, where they would all but one have to try again. An item that this server wrote not long ago is
 * not read: the write shows whether it is still the same. Where writers of other servers are quicker again and again, the item is
 * locked like those of a transaction, whose turn always comes; and where somebody holds it for too long, the write is refused.
 */
final class SingleWrites {
    private static final int RETURNING_OLD_SINCE = 18;
    private static final int ATTEMPTS_WITHOUT_LOCK = 4;

    private final Database database;
    private final Function<TableLayout, ItemStatements> statements;
    private final RememberedItems remembered;
    private final AtomicWrites atomics;
    private final KeyLocks locks = new KeyLocks(Patience.LENGTH);

    SingleWrites(
            Database database,
            Function<TableLayout, ItemStatements> statements,
            RememberedItems remembered,
            AtomicWrites atomics) {
        this.database = database;
        this.statements = statements;
        this.remembered = remembered;
        this.atomics = atomics;
    }

    MutationResult mutate(ItemAddress address, ItemMutation mutation) {
        MutationResult result = unlessHeld(() -> write(address, mutation));
        return result == null
                ? new MutationResult(null, new Change.Refuse(DynamoDbException.transactionConflict()))
                : result;
    }

    /** Null when somebody held the row for too long: a statement that gives up waiting for a lock takes no effect. */
    private static @Nullable MutationResult unlessHeld(Supplier<@Nullable MutationResult> work) {
        try {
            return work.get();
        } catch (StorageUnavailableException e) {
            if (e.getCause() instanceof SQLException cause && SqlStates.isLockTimeout(cause)) {
                return null;
            }
            throw e;
        }
    }

    private @Nullable MutationResult write(ItemAddress address, ItemMutation mutation) {
        return switch (mutation.reads()) {
            case NOTHING ->
                address.table().streamed()
                        ? withoutPrevious(returningPrevious(address, mutation.apply(null)))
                        : blind(address, mutation.apply(null));
            case PREVIOUS -> returningPrevious(address, mutation.apply(null));
            case CURRENT -> compareAndSet(address, mutation);
            case CURRENT_PROBABLY_ABSENT -> {
                MutationResult inserted = insertIfAbsent(address, mutation.apply(null));
                yield inserted != null ? inserted : compareAndSet(address, mutation);
            }
        };
    }

    private static MutationResult withoutPrevious(MutationResult result) {
        return new MutationResult(null, result.change());
    }

    @Nullable
    StoredItem get(ItemAddress address) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ItemStatements.SELECT)) {
                Row.bindKey(select, 1, address);
                return readOne(select, address);
            }
        });
    }

    private MutationResult blind(ItemAddress address, Change change) {
        if (change instanceof Change.Write write) {
            if (!put(address, write.item(), statements.apply(address.table()).upsert)) {
                throw new TableChangedException(address.table());
            }
        } else if (change instanceof Change.Remove) {
            int deleted = database.write(connection -> {
                try (PreparedStatement delete = connection.prepareStatement(DeleteStatements.PLAIN.one)) {
                    Row.bindKey(delete, 1, address);
                    return delete.executeUpdate();
                }
            });
            if (deleted == 0) {
                requireThere(address.table());
            }
        }
        return new MutationResult(null, change);
    }

    private MutationResult returningPrevious(ItemAddress address, Change change) {
        StoredItem previous;
        if (change instanceof Change.Write write) {
            previous = replace(address, write.item());
        } else if (change instanceof Change.Remove) {
            previous = database.write(connection -> {
                String text = DeleteStatements.of(address.table().streamed()).oneReturning;
                try (PreparedStatement delete = connection.prepareStatement(text)) {
                    Row.bindKey(delete, 1, address);
                    return readOne(delete, address);
                }
            });
            if (previous == null) {
                requireThere(address.table());
            }
        } else {
            previous = get(address);
        }
        return new MutationResult(previous, change);
    }

    private @Nullable MutationResult insertIfAbsent(ItemAddress address, Change change) {
        if (change instanceof Change.Write write
                && put(address, write.item(), statements.apply(address.table()).insertIfAbsent)) {
            return new MutationResult(null, change);
        }
        return null;
    }

    private @Nullable MutationResult compareAndSet(ItemAddress address, ItemMutation mutation) {
        return locks.holding(address, () -> unlessHeld(() -> compareAndSetAlone(address, mutation)));
    }

    /** Null when somebody held the row for too long. */
    private @Nullable MutationResult compareAndSetAlone(ItemAddress address, ItemMutation mutation) {
        MutationResult result = onRemembered(address, mutation);
        Patience patience = new Patience();
        for (int attempt = 1; result == null; attempt++) {
            if (attempt > ATTEMPTS_WITHOUT_LOCK) {
                return inItsTurn(address, mutation);
            }
            StoredItem current = get(address);
            Change change = mutation.apply(current);
            if (writeIfUnchanged(address, current, change)) {
                result = new MutationResult(current, change);
            } else {
                requireDefined(address.table());
                patience.pause();
            }
        }
        return result;
    }

    /** With the item locked: whoever waits for a lock gets it in turn, while a compare-and-set may lose for ever. */
    private @Nullable MutationResult inItsTurn(ItemAddress address, ItemMutation mutation) {
        remembered.forget(address);
        AtomicResult result = atomics.mutateAll(List.of(new AddressedMutation(address, mutation)), null);
        if (result instanceof AtomicResult.Applied applied) {
            return applied.results().get(0);
        }
        return result instanceof AtomicResult.Refused refused
                ? refused.results().get(0)
                : null;
    }

    /** Null unless something was written. Any other outcome must be that of the item as it is now. */
    private @Nullable MutationResult onRemembered(ItemAddress address, ItemMutation mutation) {
        StoredItem image = remembered.recall(address);
        if (image == null) {
            return null;
        }
        Change change = mutation.apply(image);
        if (!(change instanceof Change.Write || change instanceof Change.Remove)) {
            return null;
        }
        boolean unchanged = writeIfUnchanged(address, image, change);
        remembered.tried(unchanged);
        return unchanged ? new MutationResult(image, change) : null;
    }

    private boolean writeIfUnchanged(ItemAddress address, @Nullable StoredItem current, Change change) {
        if (change instanceof Change.Write write) {
            ItemStatements texts = statements.apply(address.table());
            return current == null
                    ? put(address, write.item(), texts.insertIfAbsent)
                    : update(address, write.item(), current.version(), texts);
        }
        if (!(change instanceof Change.Remove)) {
            return true;
        }
        if (current == null) {
            requireThere(address.table());
            return true;
        }
        return delete(address, current.version());
    }

    private boolean put(ItemAddress address, NewItem item, String text) {
        return database.write(connection -> {
            try (PreparedStatement put = connection.prepareStatement(text)) {
                int values = Row.bindKey(put, 1, address);
                int end = Row.bindValues(put, values, address.table().slots(), item);
                Row.bindDefinition(put, end, address.table());
                return wroteOne(put, address.table());
            }
        });
    }

    private static boolean wroteOne(PreparedStatement statement, TableLayout table) throws SQLException {
        if (!table.streamed()) {
            return statement.executeUpdate() == 1;
        }
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private boolean update(ItemAddress address, NewItem item, long version, ItemStatements texts) {
        long newVersion = Row.versionAfter(version);
        boolean unchanged = database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(texts.updateVersion)) {
                int key = Row.bindValues(update, 1, newVersion, address.table().slots(), item);
                int versionAt = Row.bindKey(update, key, address);
                update.setLong(versionAt, version);
                Row.bindDefinition(update, versionAt + 1, address.table());
                return wroteOne(update, address.table());
            }
        });
        if (unchanged) {
            remembered.remember(address, new StoredItem(address.key(), item.json(), item.size(), newVersion));
        } else {
            remembered.forget(address);
        }
        return unchanged;
    }

    /** Tells a write that lost against another one from a write that can never succeed. */
    private void requireDefined(TableLayout table) {
        if (database.read(connection -> Definitions.firstChanged(connection, List.of(table))) != null) {
            throw new TableChangedException(table);
        }
    }

    /** Tells an item that is absent from one of a table that is: another may have its name by now, and the item. */
    private void requireThere(TableLayout table) {
        if (database.read(connection -> Definitions.there(connection, List.of(table), table.streamed()))
                .isEmpty()) {
            throw new TableChangedException(table);
        }
    }

    private boolean delete(ItemAddress address, long version) {
        remembered.forget(address);
        return database.write(connection -> {
            String text = DeleteStatements.of(address.table().streamed()).version;
            try (PreparedStatement delete = connection.prepareStatement(text)) {
                delete.setLong(Row.bindKey(delete, 1, address), version);
                return wroteOne(delete, address.table());
            }
        });
    }

    private @Nullable StoredItem replace(ItemAddress address, NewItem item) {
        boolean returningOld = database.majorVersion() >= RETURNING_OLD_SINCE;
        ItemStatements texts = statements.apply(address.table());
        String text = returningOld ? texts.upsertReturningOld : texts.upsertAfterLock;
        Patience patience = new Patience();
        while (true) {
            Replaced replaced = database.write(connection -> {
                try (PreparedStatement put = connection.prepareStatement(text)) {
                    int from = returningOld ? 1 : Row.bindKey(put, 1, address);
                    int values = Row.bindKey(put, from, address);
                    int end = Row.bindValues(put, values, address.table().slots(), item);
                    Row.bindDefinition(put, end, address.table());
                    return replaced(put, address);
                }
            });
            if (replaced.written()) {
                return replaced.previous();
            }
            requireDefined(address.table());
            patience.pause();
        }
    }

    private record Replaced(@Nullable StoredItem previous, boolean written) {}

    private static Replaced replaced(PreparedStatement put, ItemAddress address) throws SQLException {
        try (ResultSet row = put.executeQuery()) {
            if (!row.next() || row.getObject(4) == null) {
                return new Replaced(null, false);
            }
            return new Replaced(row.getObject(1) == null ? null : Row.read(row, 1, address.key()), true);
        }
    }

    private static @Nullable StoredItem readOne(PreparedStatement statement, ItemAddress address) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Row.read(row, 1, address.key()) : null;
        }
    }
}
