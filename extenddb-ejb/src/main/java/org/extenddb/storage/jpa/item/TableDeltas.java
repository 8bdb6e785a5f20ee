package org.extenddb.storage.jpa.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;

/**
 * By how much tables and indexes have grown or shrunk by what this server has written, since it was last taken from here (ADR 22).
 * A write tells what it replaced and what it wrote once it is known to have taken effect; one of which that is not known makes its
 * tables uncertain.
 */
@SingleInstance
public final class TableDeltas {
    private final ConcurrentHashMap<Integer, Tally> tallies = new ConcurrentHashMap<>();
    private final Set<Integer> uncertain = ConcurrentHashMap.newKeySet();

    /**
     * Of one table or index.
     *
     * @param slot 0 for the table, otherwise the index's
     */
    public record Delta(int storageId, int slot, long items, long bytes) {
        boolean isNone() {
            return items == 0 && bytes == 0;
        }
    }

    /**
     * What was taken.
     *
     * @param deltas none of them nothing
     * @param uncertain tables whose deltas are not the whole truth
     */
    public record Taken(List<Delta> deltas, Set<Integer> uncertain) {
        public Taken {
            deltas = List.copyOf(deltas);
            uncertain = Set.copyOf(uncertain);
        }

        public boolean isEmpty() {
            return deltas.isEmpty() && uncertain.isEmpty();
        }
    }

    /** Changed within {@link ConcurrentHashMap#compute} alone, and by nobody once it is taken out of the map. */
    private static final class Tally {
        private final long[] items = new long[Footprint.SLOTS + 1];
        private final long[] bytes = new long[Footprint.SLOTS + 1];

        Tally add(int slot, long moreItems, long moreBytes) {
            items[slot] += moreItems;
            bytes[slot] += moreBytes;
            return this;
        }

        Tally change(long before, long after) {
            move(0, before, -1);
            move(0, after, 1);
            return this;
        }

        private void move(int slot, long footprint, int sign) {
            if (footprint == Footprint.ABSENT) {
                return;
            }
            int size = Footprint.size(footprint);
            add(slot, sign, (long) sign * size);
            for (long left = Footprint.slots(footprint); left != 0; left &= left - 1) {
                add(Long.numberOfTrailingZeros(left) + 1, sign, (long) sign * size);
            }
        }
    }

    /**
     * An item was written or removed; called on the hot path.
     *
     * @param before the footprint of the row that was there
     */
    void changed(TableLayout table, long before, @Nullable NewItem after) {
        changed(table.storageId(), before, Footprint.of(after, table.slots()));
    }

    void changed(int storageId, long before, long after) {
        if (before != after) {
            tallies.compute(storageId, (id, tally) -> (tally == null ? new Tally() : tally).change(before, after));
        }
    }

    void added(int storageId, int slot, long items, long bytes) {
        if (items != 0 || bytes != 0) {
            tallies.compute(storageId, (id, tally) -> (tally == null ? new Tally() : tally).add(slot, items, bytes));
        }
    }

    /** It is not known whether a write of this table took effect, or it was written to in a way that does not tell: it is counted. */
    public void uncertain(int storageId) {
        uncertain.add(storageId);
    }

    /** Answers everything and forgets it. */
    public Taken take() {
        List<Delta> deltas = new ArrayList<>();
        for (Integer storageId : tallies.keySet()) {
            Tally tally = tallies.remove(storageId);
            for (int slot = 0; tally != null && slot <= Footprint.SLOTS; slot++) {
                Delta delta = new Delta(storageId, slot, tally.items[slot], tally.bytes[slot]);
                if (!delta.isNone()) {
                    deltas.add(delta);
                }
            }
        }
        Set<Integer> all = Set.copyOf(uncertain);
        uncertain.removeAll(all);
        return new Taken(deltas, all);
    }

    /** What was taken was not written down. */
    public void giveBack(Taken taken) {
        taken.deltas().forEach(delta -> added(delta.storageId(), delta.slot(), delta.items(), delta.bytes()));
        uncertain.addAll(taken.uncertain());
    }

    /** What was taken may have been written down or not. */
    public void lose(Taken taken) {
        taken.deltas().forEach(delta -> uncertain.add(delta.storageId()));
        uncertain.addAll(taken.uncertain());
    }
}
