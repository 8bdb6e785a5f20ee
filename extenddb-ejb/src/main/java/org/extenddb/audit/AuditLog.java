package org.extenddb.audit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.extenddb.auth.KeyedHash;
import org.extenddb.auth.Keyring;
import org.extenddb.auth.SecretUnreadableException;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.audit.AuditChain;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditRecord;
import org.extenddb.core.storage.AuditStore;
import org.extenddb.core.storage.StorageUnavailableException;

/**
 * The audit log: each entry in the database, and once it is committed as a line of JSON in the server's log. What matters is there before its request is answered;
 * the rest waits in a bounded queue, and no request waits for it. What the queue cannot take is counted, and the count written.
 */
@SingleInstance
public final class AuditLog {
    private static final Logger LOG = Logger.getLogger("org.extenddb.audit");
    private static final int QUEUE = 20_000;
    private static final int BATCH = 1_000;

    private final AuditStore store;
    private final AuditChain chain;
    private final ServerName server;
    private final BlockingQueue<AuditEntry> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong lost = new AtomicLong();
    private final CommittedRecords committed = new CommittedRecords(AuditLog::print);
    private final RefusalBudgets refusals = new RefusalBudgets();

    @Inject
    public AuditLog(AuditStore store, Keyring keys, ServerName server) {
        this.store = store;
        this.chain = new AuditChain(KeyedHash.ofAuditLog(keys));
        this.server = server;
    }

    /** The chain that the log is. */
    public AuditChain chain() {
        return chain;
    }

    /**
     * Writes an entry in the transaction of what it is about.
     *
     * @throws StorageUnavailableException when it could not be written: the change must not be done either
     * @throws SecretUnreadableException the same
     */
    public void record(AuditEntry entry) {
        store.append(List.of(entry), chain, committed);
    }

    /** Writes an entry, in no transaction, before it returns; where the database does not take it, it waits with the others. Throws nothing. */
    public void write(AuditEntry entry) {
        if (!append(List.of(entry))) {
            later(entry);
        }
    }

    /** Writes an entry within a second or so. */
    public void later(AuditEntry entry) {
        if (!waiting.offer(entry)) {
            lost.incrementAndGet();
        }
    }

    /**
     * The same for what anybody can cause, however often: only so many at a time of sign-ins, of known callers and of the others, so that
     * nobody can fill the database or crowd out the rest.
     */
    public void denied(AuditEntry entry) {
        if (refusals.take(entry)) {
            later(entry);
        } else {
            lost.incrementAndGet();
        }
    }

    /** Writes what waits. What cannot be written waits for the next time. */
    public void flush() {
        refusals.renew();
        List<AuditEntry> batch = new ArrayList<>();
        long missing = lost.getAndSet(0);
        if (missing > 0) {
            batch.add(AuditEntries.lost(missing, server.get()));
        }
        while (waiting.drainTo(batch, BATCH) > 0 || !batch.isEmpty()) {
            if (!append(batch)) {
                lost.addAndGet(missing);
                batch.forEach(this::putBack);
                return;
            }
            missing = 0;
            batch.clear();
        }
    }

    @PreDestroy
    void stop() {
        flush();
    }

    private void putBack(AuditEntry entry) {
        if (!entry.action().equals(AuditEntries.LOST)) {
            later(entry);
        }
    }

    private static void print(AuditRecord record) {
        LOG.log(Level.INFO, () -> AuditJson.line(record));
    }

    private boolean append(List<AuditEntry> entries) {
        try {
            store.append(entries, chain, committed);
            return true;
        } catch (StorageUnavailableException | SecretUnreadableException e) {
            Logger.getLogger(AuditLog.class.getName())
                    .log(Level.WARNING, "EXDB0131W: The audit log could not be written and will be tried again.", e);
            return false;
        }
    }
}
