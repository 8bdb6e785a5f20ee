package org.extenddb.worker;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.TableConfig;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.KeyPosition;
import org.extenddb.core.key.PartitionRange;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.IndexEntries;
import org.extenddb.core.storage.IndexEntry;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.storage.jpa.item.SlotColumns;
import org.extenddb.worker.IndexJob.Progress;

/**
 * Adds the items of a table to a new index, in key order and few at a time: a writer that meets such a chunk waits for
 * milliseconds. How far it came is kept every now and then, so whoever goes on after a crash repeats little.
 */
@SingleInstance
final class IndexBackfill {
    /** Entries of one statement: rows are locked for as long as it takes. */
    private static final int CHUNK = 50;

    /** Progress is kept after so many items. */
    private static final int ITEMS = 500;

    private static final Logger LOG = System.getLogger(IndexBackfill.class.getName());

    private final ItemStore items;
    private final SlotColumns columns;
    private final IndexJobs jobs;
    private final IndexDefinitions definitions;
    private final TableConfig config;

    @Inject
    IndexBackfill(
            ItemStore items, SlotColumns columns, IndexJobs jobs, IndexDefinitions definitions, TableConfig config) {
        this.items = items;
        this.columns = columns;
        this.jobs = jobs;
        this.definitions = definitions;
        this.config = config;
    }

    /**
     * Works for a while.
     *
     * @return whether there is more to do at once
     */
    boolean work(IndexJob job, Turn turn) {
        TableDefinition table = definitions.of(job);
        Visit visit = new Visit(job, table, turn);
        KeyRange range = new KeyRange(
                TableLayout.of(table),
                KeyRange.TABLE,
                PartitionRange.ALL,
                SortBounds.ALL,
                true,
                KeyPosition.inTable(job.last()));
        boolean ended = items.read(range, ITEMS, visit);
        visit.flush();
        if (!ended) {
            return true;
        }
        if (job.ageSeconds() < config.transition().toSeconds()) {
            return false;
        }
        definitions.becomes(job, TableStatus.ACTIVE);
        jobs.countAgain(job);
        Progress all = job.progress().plus(visit.all);
        LOG.log(
                Level.INFO,
                "EXDB0312I: The {0} is ACTIVE: {1} items seen, {2} entries added, {3} items left out as they violate its key.",
                job,
                all.items(),
                all.entries(),
                all.violations());
        return false;
    }

    private final class Visit implements Predicate<StoredItem> {
        private final IndexJob job;
        private final TableLayout layout;
        private final IndexDefinition index;
        private final Set<String> keyNames;
        private final Turn turn;
        private final List<SlotColumns.Filled> filled = new ArrayList<>(CHUNK);
        private ItemKey last;
        private long seen;
        private long entries;
        private long violations;
        private Progress all = Progress.NONE;

        Visit(IndexJob job, TableDefinition table, Turn turn) {
            this.job = job;
            this.layout = TableLayout.of(table);
            this.index = IndexDefinitions.index(job, table);
            this.turn = turn;
            this.last = job.last();
            this.keyNames = index.keySchema().attributes().stream()
                    .map(KeyAttribute::name)
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public boolean test(StoredItem stored) {
            Item item = ItemJson.readAttributes(stored.json(), keyNames);
            IndexEntry entry = IndexEntries.of(index, item);
            if (entry != null) {
                filled.add(new SlotColumns.Filled(stored, entry));
            } else if (IndexEntries.violates(index, item)) {
                violations++;
            }
            last = stored.key();
            seen++;
            if (seen == ITEMS) {
                flush();
            } else if (filled.size() == CHUNK) {
                fill();
            }
            return turn.goesOn();
        }

        void flush() {
            if (seen > 0) {
                fill();
                Progress more = new Progress(seen, entries, violations);
                jobs.advance(job, last, more);
                all = all.plus(more);
                seen = 0;
                entries = 0;
                violations = 0;
            }
        }

        /** Those that were not written are changed, held by somebody, or together with one that no database index can hold. */
        private void fill() {
            Set<Integer> written = filled.isEmpty() ? Set.of() : columns.fill(layout, index.slot(), filled, false);
            entries += written == null ? 0 : written.size();
            for (int i = 0; i < filled.size(); i++) {
                if (written == null || !written.contains(i)) {
                    entries += fillOne(filled.get(i));
                }
            }
            filled.clear();
        }

        private int fillOne(SlotColumns.Filled one) {
            Set<Integer> written = columns.fill(layout, index.slot(), List.of(one), true);
            if (written == null) {
                violations++;
            }
            return written == null ? 0 : written.size();
        }
    }
}
