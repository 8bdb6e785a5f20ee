package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.RequestToken;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.storage.jpa.sql.SqlStates;
import org.extenddb.storage.jpa.sql.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Many items in one transaction: lock those that exist, in key order; apply; write. Keys that do not exist cannot be locked, so
 * each is inserted, as itself or as a placeholder that goes before the commit: of two transactions that both saw it absent the
 * second one fails, and starts again. Whoever holds an item for too long is reported as a conflict.
 */
final class AtomicWrites {
    private static final long LONGEST_PAUSE_MICROS = 4_000;
    private static final long FIRST_PAUSE_MICROS = 500;

    private static final Comparator<AddressedMutation> KEY_ORDER = Comparator.<AddressedMutation>comparingInt(
                    mutation -> mutation.address().table().storageId())
            .thenComparing(mutation -> mutation.address().key());

    private final Transactions transactions;
    private final SnapshotReads snapshots;
    private final RowBatches batches;
    private final TableDeltas deltas;

    AtomicWrites(Transactions transactions, SnapshotReads snapshots, RowBatches batches, TableDeltas deltas) {
        this.transactions = transactions;
        this.snapshots = snapshots;
        this.batches = batches;
        this.deltas = deltas;
    }

    /**
     * What a transaction came to.
     *
     * @param footprints of the items before, where it was applied
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Attempt(AtomicResult result, long[] footprints) {
        static Attempt without(AtomicResult result) {
            return new Attempt(result, new long[0]);
        }
    }

    AtomicResult mutateAll(List<AddressedMutation> mutations, @Nullable RequestToken token) {
        int[] order = IntStream.range(0, mutations.size())
                .boxed()
                .sorted(Comparator.comparing(mutations::get, KEY_ORDER))
                .mapToInt(Integer::intValue)
                .toArray();
        List<AddressedMutation> sorted =
                IntStream.of(order).mapToObj(mutations::get).toList();
        List<ItemAddress> addresses =
                sorted.stream().map(AddressedMutation::address).toList();
        AtomicResult result = untilDecided(sorted, addresses, token);
        return inRequestOrder(
                result == null ? new AtomicResult.Conflict(snapshots.suspects(addresses)) : result, order);
    }

    /** Null when others were in the way for too long. */
    private @Nullable AtomicResult untilDecided(
            List<AddressedMutation> sorted, List<ItemAddress> addresses, @Nullable RequestToken token) {
        long end = System.nanoTime() + LockWait.LENGTH.toNanos();
        long pauseMicros = FIRST_PAUSE_MICROS;
        do {
            try {
                Attempt attempt = transactions.withConnection(
                        connection -> attempt(connection, sorted, addresses, token),
                        tried -> tried.result() instanceof AtomicResult.Applied);
                count(attempt, addresses);
                return attempt.result();
            } catch (SQLException e) {
                if (!SqlStates.isConflict(e)) {
                    throw brokeOff(e);
                }
            }
            LockSupport.parkNanos(
                    TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, pauseMicros)));
            pauseMicros = Math.min(pauseMicros * 2, LONGEST_PAUSE_MICROS);
        } while (System.nanoTime() - end < 0);
        return null;
    }

    private void count(Attempt attempt, List<ItemAddress> addresses) {
        if (attempt.result() instanceof AtomicResult.Applied applied) {
            for (int i = 0; i < addresses.size(); i++) {
                Change change = applied.results().get(i).change();
                if (change instanceof Change.Write || change instanceof Change.Remove) {
                    NewItem written = change instanceof Change.Write write ? write.item() : null;
                    deltas.changed(addresses.get(i).table(), attempt.footprints()[i], written);
                }
            }
        }
    }

    private Attempt attempt(
            Connection connection,
            List<AddressedMutation> sorted,
            List<ItemAddress> addresses,
            @Nullable RequestToken token)
            throws SQLException {
        AtomicResult ended = token == null ? null : Tokens.take(connection, token);
        if (ended != null) {
            return Attempt.without(ended);
        }
        KeyArrays.Locked locked = KeyArrays.lock(
                connection, token == null ? ItemStatements.LOCK_ALL_BOUNDED : ItemStatements.LOCK_ALL, addresses);
        List<@Nullable StoredItem> current = locked.items();
        List<MutationResult> results = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            results.add(apply(sorted.get(i).mutation(), current.get(i)));
        }
        if (isRefused(results)) {
            checkStillAbsent(connection, addresses, current);
            return Attempt.without(new AtomicResult.Refused(results));
        }
        batches.write(connection, addresses, current, results);
        return new Attempt(new AtomicResult.Applied(results), locked.footprints());
    }

    private static MutationResult apply(ItemMutation mutation, @Nullable StoredItem current) {
        StoredItem seen = mutation.reads() == Reads.NOTHING ? null : current;
        return new MutationResult(seen, mutation.apply(seen));
    }

    /** A refusal must rest on one state too: what was absent before the locks were taken is so with them held. */
    private static void checkStillAbsent(
            Connection connection, List<ItemAddress> addresses, List<@Nullable StoredItem> current)
            throws SQLException {
        List<ItemAddress> absent = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            if (current.get(i) == null) {
                absent.add(addresses.get(i));
            }
        }
        if (!absent.isEmpty()
                && KeyArrays.read(connection, ItemStatements.SELECT_ALL, absent).stream()
                        .anyMatch(item -> item != null)) {
            throw new SQLException("a key that was absent was inserted meanwhile", "40001");
        }
    }

    private static StorageUnavailableException brokeOff(SQLException e) {
        return new StorageUnavailableException("a transaction broke off: " + e.getMessage(), e);
    }

    private static AtomicResult inRequestOrder(AtomicResult result, int[] order) {
        if (result instanceof AtomicResult.Applied applied) {
            return new AtomicResult.Applied(inRequestOrder(applied.results(), order));
        }
        if (result instanceof AtomicResult.Conflict conflict) {
            return new AtomicResult.Conflict(
                    conflict.positions().stream().map(i -> order[i]).sorted().toList());
        }
        return result instanceof AtomicResult.Refused refused
                ? new AtomicResult.Refused(inRequestOrder(refused.results(), order))
                : result;
    }

    private static List<MutationResult> inRequestOrder(List<MutationResult> sorted, int[] order) {
        MutationResult[] results = new MutationResult[order.length];
        for (int i = 0; i < order.length; i++) {
            results[order[i]] = sorted.get(i);
        }
        return List.of(results);
    }

    private static boolean isRefused(List<MutationResult> results) {
        return results.stream().anyMatch(result -> result.change() instanceof Change.Refuse);
    }
}
