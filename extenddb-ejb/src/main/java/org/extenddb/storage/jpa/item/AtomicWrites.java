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
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.storage.jpa.sql.SqlStates;
import org.extenddb.storage.jpa.sql.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Many items in one transaction: lock those that exist, in key order and without waiting; apply; write. Keys that do not
 * exist cannot be locked, so each is inserted, as itself or as a placeholder that goes before the commit: of two transactions
 * that both saw it absent the second one fails, and starts again.
 */
final class AtomicWrites {
    private static final int ATTEMPTS = 8;
    private static final long LONGEST_PAUSE_MICROS = 4_000;

    private static final Comparator<AddressedMutation> KEY_ORDER = Comparator.<AddressedMutation>comparingInt(
                    mutation -> mutation.address().table().storageId())
            .thenComparing(mutation -> mutation.address().key());

    private final Transactions transactions;
    private final RowBatches batches;

    AtomicWrites(Transactions transactions, RowBatches batches) {
        this.transactions = transactions;
        this.batches = batches;
    }

    AtomicResult mutateAll(List<AddressedMutation> mutations) {
        int[] order = IntStream.range(0, mutations.size())
                .boxed()
                .sorted(Comparator.comparing(mutations::get, KEY_ORDER))
                .mapToInt(Integer::intValue)
                .toArray();
        List<AddressedMutation> sorted =
                IntStream.of(order).mapToObj(mutations::get).toList();
        List<ItemAddress> addresses =
                sorted.stream().map(AddressedMutation::address).toList();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                List<MutationResult> results =
                        transactions.withConnection(connection -> attempt(connection, sorted, addresses));
                return result(inRequestOrder(results, order));
            } catch (SQLException e) {
                if (!SqlStates.isConflict(e)) {
                    throw new StorageUnavailableException("a transaction broke off: " + e.getMessage(), e);
                }
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(
                    ThreadLocalRandom.current().nextLong(1, Math.min(500L << attempt, LONGEST_PAUSE_MICROS))));
        }
        return new AtomicResult.Conflict(contended(addresses).stream()
                .map(position -> order[position])
                .sorted()
                .toList());
    }

    private List<MutationResult> attempt(
            Connection connection, List<AddressedMutation> sorted, List<ItemAddress> addresses) throws SQLException {
        List<@Nullable StoredItem> current = KeyArrays.read(connection, ItemStatements.LOCK_ALL, addresses);
        List<MutationResult> results = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            results.add(apply(sorted.get(i).mutation(), current.get(i)));
        }
        if (isRefused(results)) {
            checkStillAbsent(connection, addresses, current);
        } else {
            batches.write(connection, addresses, current, results);
        }
        return results;
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

    /** Positions of items that exist and cannot be locked now; where they were let go since, all of them. */
    private List<Integer> contended(List<ItemAddress> addresses) {
        try {
            return transactions.withConnection(connection -> {
                List<@Nullable StoredItem> free = KeyArrays.read(connection, ItemStatements.LOCK_FREE, addresses);
                List<@Nullable StoredItem> all = KeyArrays.read(connection, ItemStatements.SELECT_ALL, addresses);
                List<Integer> held = IntStream.range(0, addresses.size())
                        .filter(i -> free.get(i) == null && all.get(i) != null)
                        .boxed()
                        .toList();
                return held.isEmpty()
                        ? IntStream.range(0, addresses.size()).boxed().toList()
                        : held;
            });
        } catch (SQLException e) {
            throw new StorageUnavailableException("a transaction broke off: " + e.getMessage(), e);
        }
    }

    private static List<MutationResult> inRequestOrder(List<MutationResult> sorted, int[] order) {
        MutationResult[] results = new MutationResult[order.length];
        for (int i = 0; i < order.length; i++) {
            results[order[i]] = sorted.get(i);
        }
        return List.of(results);
    }

    private static AtomicResult result(List<MutationResult> results) {
        return isRefused(results) ? new AtomicResult.Refused(results) : new AtomicResult.Applied(results);
    }

    private static boolean isRefused(List<MutationResult> results) {
        return results.stream().anyMatch(result -> result.change() instanceof Change.Refuse);
    }
}
