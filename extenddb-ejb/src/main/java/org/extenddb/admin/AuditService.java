package org.extenddb.admin;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.audit.AuditVerification;
import org.extenddb.audit.AuditVerifier;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.audit.AuditFilter;
import org.extenddb.core.audit.AuditRecord;
import org.extenddb.core.storage.AuditStore;

/** Reads the audit log, and shows whether it is whole. */
@SingleInstance
public final class AuditService {
    private static final int MAX_PAGE = 1_000;

    private final AuditStore store;
    private final AuditVerifier verifier;

    @Inject
    public AuditService(AuditStore store, AuditVerifier verifier) {
        this.store = store;
        this.verifier = verifier;
    }

    /**
     * A page, newest first.
     *
     * @param before the sequence of the last record of the page before; {@link Long#MAX_VALUE} for the first page
     * @param limit from 1 to 1,000
     */
    public List<AuditRecord> read(AuditFilter filter, long before, int limit) {
        return store.find(filter, before, Math.max(1, Math.min(MAX_PAGE, limit)));
    }

    /** Walks along all of it, which takes some seconds for a million records. */
    public AuditVerification verify() {
        return verifier.verify();
    }
}
