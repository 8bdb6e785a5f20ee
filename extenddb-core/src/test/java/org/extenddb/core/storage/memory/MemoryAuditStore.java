package org.extenddb.core.storage.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.extenddb.core.audit.AuditChain;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditFilter;
import org.extenddb.core.audit.AuditMark;
import org.extenddb.core.audit.AuditRecord;
import org.extenddb.core.storage.AuditStore;
import org.extenddb.core.storage.AuditWitness;

/** An audit log in memory; tests may alter what is in it. */
public final class MemoryAuditStore implements AuditStore {
    public final List<AuditRecord> records = new ArrayList<>();
    private AuditMark head = AuditMark.NONE;
    private AuditMark anchor = AuditMark.NONE;

    @Override
    public synchronized List<AuditRecord> append(List<AuditEntry> entries, AuditChain chain, AuditWitness witness) {
        List<AuditRecord> added = chain.append(head, entries);
        records.addAll(added);
        head = chain.mark(HEAD, added.get(added.size() - 1));
        witness.added(added).ended(true);
        return added;
    }

    @Override
    public synchronized List<AuditRecord> find(AuditFilter filter, long before, int limit) {
        List<AuditRecord> newestFirst = new ArrayList<>(records);
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(it -> it.sequence() < before && matches(filter, it.entry()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<AuditRecord> after(long sequence, int limit) {
        return records.stream()
                .filter(it -> it.sequence() > sequence)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized AuditMark mark(String name) {
        return name.equals(HEAD) ? head : anchor;
    }

    @Override
    public synchronized int trim(Instant olderThan, int limit, AuditChain chain) {
        int count = 0;
        while (count < limit
                && count < records.size()
                && records.get(count).entry().at().isBefore(olderThan)) {
            count++;
        }
        if (count > 0) {
            anchor = chain.mark(ANCHOR, records.get(count - 1));
            records.subList(0, count).clear();
        }
        return count;
    }

    private static boolean matches(AuditFilter filter, AuditEntry entry) {
        return (filter.account() == null || filter.account().equals(entry.account()))
                && filter.asksFor(entry.actor())
                && (filter.action() == null || entry.action().startsWith(filter.action()))
                && (filter.outcome() == null || filter.outcome() == entry.outcome())
                && (filter.from() == null || !entry.at().isBefore(filter.from()))
                && (filter.until() == null || entry.at().isBefore(filter.until()));
    }
}
