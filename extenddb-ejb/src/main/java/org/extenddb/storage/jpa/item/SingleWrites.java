package org.extenddb.storage.jpa.item;

import java.sql.SQLException;
import java.util.List;
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
    private static final int ATTEMPTS_WITHOUT_LOCK = 4;

    private final RowWrites rows;
    private final RememberedItems remembered;
    private final AtomicWrites atomics;
    private final KeyLocks locks = new KeyLocks(Patience.LENGTH);

    SingleWrites(RowWrites rows, RememberedItems remembered, AtomicWrites atomics) {
        this.rows = rows;
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
                address.table().recorded()
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
        return rows.get(address);
    }

    private MutationResult blind(ItemAddress address, Change change) {
        if (change instanceof Change.Write write) {
            if (!rows.put(address, write.item())) {
                throw new TableChangedException(address.table());
            }
        } else if (change instanceof Change.Remove && !rows.delete(address)) {
            rows.requireThere(address.table());
        }
        return new MutationResult(null, change);
    }

    private MutationResult returningPrevious(ItemAddress address, Change change) {
        StoredItem previous;
        if (change instanceof Change.Write write) {
            previous = replace(address, write.item());
        } else if (change instanceof Change.Remove) {
            previous = rows.remove(address);
            if (previous == null) {
                rows.requireThere(address.table());
            }
        } else {
            previous = get(address);
        }
        return new MutationResult(previous, change);
    }

    private @Nullable MutationResult insertIfAbsent(ItemAddress address, Change change) {
        return change instanceof Change.Write write && rows.putIfAbsent(address, write.item())
                ? new MutationResult(null, change)
                : null;
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
                rows.requireDefined(address.table());
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
            return current == null
                    ? rows.putIfAbsent(address, write.item())
                    : update(address, write.item(), current.version());
        }
        if (!(change instanceof Change.Remove)) {
            return true;
        }
        if (current == null) {
            rows.requireThere(address.table());
            return true;
        }
        remembered.forget(address);
        return rows.delete(address, current.version());
    }

    private boolean update(ItemAddress address, NewItem item, long version) {
        long newVersion = Row.versionAfter(version);
        boolean unchanged = rows.update(address, item, version, newVersion);
        if (unchanged) {
            remembered.remember(address, new StoredItem(address.key(), item.json(), item.size(), newVersion));
        } else {
            remembered.forget(address);
        }
        return unchanged;
    }

    private @Nullable StoredItem replace(ItemAddress address, NewItem item) {
        Patience patience = new Patience();
        while (true) {
            RowWrites.Replaced replaced = rows.replace(address, item);
            if (replaced.written()) {
                return replaced.previous();
            }
            rows.requireDefined(address.table());
            patience.pause();
        }
    }
}
