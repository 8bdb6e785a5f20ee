package org.extenddb.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.extenddb.core.audit.AuditRecord;
import org.extenddb.core.storage.AuditWitness;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the records that were committed, in the order of the chain. Threads hear of their commits in any order: whoever is later in the
 * chain waits for who is before, which has ended already, since none is added before.
 */
final class CommittedRecords implements AuditWitness {
    private final Consumer<AuditRecord> reader;
    private final Deque<Batch> open = new ArrayDeque<>();

    CommittedRecords(Consumer<AuditRecord> reader) {
        this.reader = reader;
    }

    private static final class Batch {
        private final List<AuditRecord> records;
        private @Nullable Boolean committed;

        private Batch(List<AuditRecord> records) {
            this.records = records;
        }
    }

    @Override
    public synchronized Ending added(List<AuditRecord> records) {
        Batch batch = new Batch(records);
        open.add(batch);
        return committed -> end(batch, committed);
    }

    private synchronized void end(Batch batch, boolean committed) {
        batch.committed = committed;
        Batch first = open.peek();
        while (first != null && first.committed != null) {
            if (first.committed) {
                first.records.forEach(reader);
            }
            open.remove();
            first = open.peek();
        }
    }
}
