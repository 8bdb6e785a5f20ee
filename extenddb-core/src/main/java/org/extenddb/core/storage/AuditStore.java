package org.extenddb.core.storage;

import java.time.Instant;
import java.util.List;
import org.extenddb.core.audit.AuditChain;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditFilter;
import org.extenddb.core.audit.AuditMark;
import org.extenddb.core.audit.AuditRecord;

/** The audit log: one chain for all servers. */
public interface AuditStore {
    /** The name of the chain's end. */
    String HEAD = "head";

    /** The name of its beginning. */
    String ANCHOR = "anchor";

    /**
     * Adds entries at the end, one batch after the other on all servers: all of them or none.
     *
     * @param witness hears of the records once they are added, and of the end of the transaction, which may be one that was open already
     * @throws StorageUnavailableException when it is not known whether they were added
     */
    List<AuditRecord> append(List<AuditEntry> entries, AuditChain chain, AuditWitness witness);

    /**
     * What is asked for, newest first.
     *
     * @param before only records before this one
     * @param limit at most so many
     */
    List<AuditRecord> find(AuditFilter filter, long before, int limit);

    /** Records after this one, oldest first. */
    List<AuditRecord> after(long sequence, int limit);

    /** An end of the chain: {@link #HEAD} or {@link #ANCHOR}. */
    AuditMark mark(String name);

    /**
     * Removes the oldest records up to the first that is not older than this, and sets the anchor to the last one removed.
     *
     * @param limit at most so many
     * @return how many were removed
     */
    int trim(Instant olderThan, int limit, AuditChain chain);
}
