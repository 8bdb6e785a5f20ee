package org.extenddb.storage.jpa.item;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation.Reads;
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
 * Blind writes of many items: one statement for all puts into tables that use the same index slots, one for all removes. Each
 * statement takes its rows in key order; {@link ItemStatements#upsertAll} tells why no two of them wait for each other in a circle.
 */
final class BatchWrites {
    /** How often a statement goes again that others' locks have broken off, each time after lock_timeout. */
    private static final int MAX_CONFLICTS = 2;

    private final Database database;
    private final Function<TableLayout, ItemStatements> statements;
    private final TableDeltas deltas;
    private final Runnable outdated;

    /** @param outdated told that a definition is no longer the table's where others of the batch were written nevertheless */
    BatchWrites(
            Database database,
            Function<TableLayout, ItemStatements> statements,
            TableDeltas deltas,
            Runnable outdated) {
        this.database = database;
        this.statements = statements;
        this.deltas = deltas;
        this.outdated = outdated;
    }

    /**
     * A mutation that has been applied.
     *
     * @param position in the request
     */
    private record Pending(int position, ItemAddress address, Change change, boolean wantsPrevious) {}

    /** What a statement did: the previous items where they are asked for, what they count for, and which rows it wrote. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Outcome(@Nullable StoredItem[] previous, long[] footprints, boolean[] written) {
        static Outcome of(List<Pending> rows) {
            return new Outcome(new StoredItem[rows.size()], new long[rows.size()], new boolean[rows.size()]);
        }
    }

    /**
     * One result a mutation; null where another writer held the item for too long, and where a definition has changed but others were
     * written: whoever began the whole batch again would write those a second time, over what has been made of them meanwhile.
     */
    List<@Nullable MutationResult> mutateEach(List<AddressedMutation> mutations) {
        @Nullable MutationResult[] results = new MutationResult[mutations.size()];
        for (List<Pending> group : groups(mutations)) {
            try {
                write(group, results);
            } catch (TableChangedException e) {
                if (Arrays.stream(results).allMatch(Objects::isNull)) {
                    throw e;
                }
                outdated.run();
            }
        }
        return Arrays.asList(results);
    }

    /** In key order each; those of one group go by one statement. Puts come first: they find that a definition has changed. */
    private static List<List<Pending>> groups(List<AddressedMutation> mutations) {
        Map<List<Object>, List<Pending>> groups = new LinkedHashMap<>();
        Map<Integer, TableLayout> tables = new HashMap<>();
        for (int i = 0; i < mutations.size(); i++) {
            ItemAddress address = mutations.get(i).address();
            TableLayout table = tables.merge(address.table().storageId(), address.table(), (first, other) -> first);
            if (!table.equals(address.table())) {
                throw new TableChangedException(table); // it did while the request named it a second time
            }
            Pending pending = pending(i, mutations.get(i));
            Recording recording = Recording.of(address.table());
            List<Object> shared = pending.change() instanceof Change.Write
                    ? List.of(
                            pending.wantsPrevious(), recording, address.table().slots())
                    : List.of(pending.wantsPrevious(), recording);
            groups.computeIfAbsent(shared, any -> new ArrayList<>()).add(pending);
        }
        groups.values().forEach(group -> group.sort(Comparator.comparing(Pending::address, KeyArrays.ORDER)));
        return groups.values().stream()
                .sorted(Comparator.comparing(group -> group.get(0).change() instanceof Change.Remove))
                .toList();
    }

    private static Pending pending(int position, AddressedMutation addressed) {
        Reads reads = addressed.mutation().reads();
        Change change = addressed.mutation().apply(null);
        boolean blind = reads == Reads.NOTHING || reads == Reads.PREVIOUS;
        if (!blind || !(change instanceof Change.Write || change instanceof Change.Remove)) {
            throw new IllegalArgumentException("not a blind write: " + reads + " " + change);
        }
        return new Pending(position, addressed.address(), change, reads == Reads.PREVIOUS);
    }

    private void write(List<Pending> group, @Nullable MutationResult[] results) {
        List<Pending> left = group;
        int conflicts = 0;
        Patience patience = new Patience();
        while (true) {
            try {
                left = attempt(left, results);
            } catch (StorageUnavailableException e) {
                if (!(e.getCause() instanceof SQLException cause) || !SqlStates.isConflict(cause)) {
                    throw e;
                }
                if (++conflicts > MAX_CONFLICTS) {
                    return;
                }
                left = withoutHeld(left);
            }
            if (left.isEmpty()) {
                return;
            }
            requireDefined(left);
            patience.pause();
        }
    }

    /** Answers the rows that are still to be written: their keys were inserted by others meanwhile. */
    private List<Pending> attempt(List<Pending> rows, @Nullable MutationResult[] results) {
        Outcome outcome = database.write(connection ->
                rows.get(0).change() instanceof Change.Write ? put(connection, rows) : remove(connection, rows));
        List<Pending> left = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Pending row = rows.get(i);
            if (outcome.written()[i]) {
                results[row.position()] = new MutationResult(outcome.previous()[i], row.change());
                NewItem item = row.change() instanceof Change.Write write ? write.item() : null;
                deltas.changed(row.address().table(), outcome.footprints()[i], item);
            } else {
                left.add(row);
            }
        }
        return left;
    }

    private Outcome put(Connection connection, List<Pending> rows) throws SQLException {
        TableLayout layout = rows.get(0).address().table();
        boolean wantsPrevious = rows.get(0).wantsPrevious();
        ItemStatements texts = statements.apply(layout);
        RowArrays arrays = new RowArrays(layout.slots(), rows.size());
        for (Pending row : rows) {
            if (row.change() instanceof Change.Write write) {
                arrays.add(row.address(), write.item());
            }
        }
        String text = wantsPrevious ? texts.upsertAllReturningOld : texts.upsertAll;
        try (PreparedStatement put = connection.prepareStatement(text)) {
            Definitions.bind(connection, put, arrays.bind(connection, put), tables(rows));
            return answered(put, rows, wantsPrevious);
        }
    }

    private static Outcome remove(Connection connection, List<Pending> rows) throws SQLException {
        boolean wantsPrevious = rows.get(0).wantsPrevious();
        TableLayout layout = rows.get(0).address().table();
        DeleteStatements texts = DeleteStatements.of(layout);
        String text = wantsPrevious ? texts.allReturning : texts.all;
        try (PreparedStatement delete = connection.prepareStatement(text)) {
            KeyArrays.bind(connection, delete, 1, addresses(rows));
            Outcome outcome = answered(delete, rows, wantsPrevious);
            markAbsent(connection, rows, outcome.written(), Recording.of(layout));
            return outcome;
        }
    }

    /** What was absent is removed as well, unless it is the table that is absent. */
    private static void markAbsent(Connection connection, List<Pending> rows, boolean[] written, Recording recording)
            throws SQLException {
        if (IntStream.range(0, written.length).allMatch(i -> written[i])) {
            return;
        }
        Set<Integer> there = Definitions.there(connection, tables(rows), recording);
        for (int i = 0; i < written.length; i++) {
            written[i] |= there.contains(rows.get(i).address().table().storageId());
        }
    }

    /** Reads which rows were written and what they replaced. */
    private static Outcome answered(PreparedStatement statement, List<Pending> rows, boolean withPrevious)
            throws SQLException {
        Outcome outcome = Outcome.of(rows);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int i = row.getInt(1) - 1;
                outcome.written()[i] = true;
                outcome.footprints()[i] = row.getLong("was");
                if (withPrevious && row.getObject(2) != null) {
                    outcome.previous()[i] =
                            Row.read(row, 2, rows.get(i).address().key());
                }
            }
        }
        return outcome;
    }

    /** Leaves out the rows that others hold now. */
    private List<Pending> withoutHeld(List<Pending> rows) {
        List<ItemAddress> addresses = addresses(rows);
        return database.read(connection -> {
            List<@Nullable StoredItem> free = KeyArrays.read(connection, ItemStatements.LOCK_FREE, addresses);
            List<@Nullable StoredItem> all = KeyArrays.read(connection, ItemStatements.SELECT_ALL, addresses);
            List<Pending> left = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (free.get(i) != null || all.get(i) == null) {
                    left.add(rows.get(i));
                }
            }
            return left;
        });
    }

    /** Tells rows that lost against others from rows that can never be written. */
    private void requireDefined(List<Pending> rows) {
        TableLayout changed = database.read(connection -> Definitions.firstChanged(connection, tables(rows)));
        if (changed != null) {
            throw new TableChangedException(changed);
        }
    }

    private static List<TableLayout> tables(List<Pending> rows) {
        return rows.stream().map(row -> row.address().table()).distinct().toList();
    }

    private static List<ItemAddress> addresses(List<Pending> rows) {
        return rows.stream().map(Pending::address).toList();
    }
}
