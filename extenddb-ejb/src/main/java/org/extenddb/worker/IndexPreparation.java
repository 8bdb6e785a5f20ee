package org.extenddb.worker;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.model.TableStatus;
import org.extenddb.storage.jpa.item.WriteBarrier;
import org.extenddb.storage.jpa.table.SlotIndexes;

/**
 * The first of the phases in which an index is built: the slot gets its database index, and then no write is left that does not
 * keep the slot in step. What is written afterwards needs no backfill.
 */
@SingleInstance
final class IndexPreparation {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Logger LOG = System.getLogger(IndexPreparation.class.getName());

    private final SlotIndexes slotIndexes;
    private final WriteBarrier barrier;
    private final IndexDefinitions definitions;

    @Inject
    IndexPreparation(SlotIndexes slotIndexes, WriteBarrier barrier, IndexDefinitions definitions) {
        this.slotIndexes = slotIndexes;
        this.barrier = barrier;
        this.definitions = definitions;
    }

    /** Whether there is more to do at once. */
    boolean work(IndexJob job) {
        slotIndexes.ensure(List.of(job.slot()));
        if (!barrier.await(PATIENCE)) {
            LOG.log(Level.WARNING, "EXDB0303W: Work on the {0} waits for transactions that do not end.", job);
            return false;
        }
        definitions.becomes(job, TableStatus.BACKFILLING);
        LOG.log(Level.INFO, "EXDB0310I: The {0} is being filled.", job);
        return true;
    }
}
