package org.extenddb.worker;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.key.PartitionRange;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.engine.data.IndexPlan;

/** How much of its items an index holds: of all of them in a small table, of some in a large one. */
@SingleInstance
public final class IndexSample {
    private static final int ITEMS = 2_000;
    private static final long BYTES = 8L << 20;
    private static final int FETCHED = 200;

    private final ItemStore items;

    @Inject
    public IndexSample(ItemStore items) {
        this.items = items;
    }

    /** What was seen of an index. */
    private static final class Sum {
        private long whole;
        private long projected;

        void add(IndexPlan index, Item item, int size) {
            if (index.contains(item)) {
                whole += size;
                projected += ItemSize.of(index.view(item));
            }
        }

        double share() {
            return whole == 0 ? 1 : (double) projected / whole;
        }
    }

    /**
     * The share of each index by its slot. The table's own order, that of hashes, is as good as chance; an index that has so few items
     * that none are among the first is looked at by itself.
     */
    Map<Integer, Double> shares(TableDefinition table, List<IndexPlan> indexes) {
        Map<Integer, Double> shares = new HashMap<>();
        Map<IndexPlan, Sum> sums = sample(table, KeyRange.TABLE, indexes);
        sums.forEach((index, sum) -> {
            int slot = index.definition().slot();
            Sum seen = sum.whole > 0
                    ? sum
                    : Objects.requireNonNull(sample(table, slot, List.of(index)).get(index));
            shares.put(slot, seen.share());
        });
        return shares;
    }

    private Map<IndexPlan, Sum> sample(TableDefinition table, int slot, List<IndexPlan> indexes) {
        Map<IndexPlan, Sum> sums = new HashMap<>();
        indexes.forEach(index -> sums.put(index, new Sum()));
        Visit visit = new Visit(sums);
        items.read(
                new KeyRange(TableLayout.of(table), slot, PartitionRange.ALL, SortBounds.ALL, true, null),
                FETCHED,
                visit::take);
        return sums;
    }

    /** One walk over so many items. */
    private static final class Visit {
        private final Map<IndexPlan, Sum> sums;
        private int seen;
        private long bytes;

        Visit(Map<IndexPlan, Sum> sums) {
            this.sums = sums;
        }

        boolean take(StoredItem stored) {
            Item item = ItemJson.read(stored.json());
            sums.forEach((index, sum) -> sum.add(index, item, stored.size()));
            seen++;
            bytes += stored.size();
            return seen < ITEMS && bytes < BYTES;
        }
    }
}
