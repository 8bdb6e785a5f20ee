package org.extenddb.core.storage;

import java.util.List;
import org.extenddb.core.audit.AuditRecord;

/** Hears of records that are added, and whether they are there for good. */
@FunctionalInterface
public interface AuditWitness {
    /** Hears of nothing. */
    AuditWitness NONE = records -> committed -> {};

    /** Hears how the transaction ended that has added them. */
    @FunctionalInterface
    interface Ending {
        /** @param committed false where they are not there, or it is not known whether they are */
        void ended(boolean committed);
    }

    /**
     * Records are added, unless the transaction is rolled back yet. Called before another one on any server can add others, so in the
     * order of the chain; throws nothing.
     *
     * @return told once, from whichever thread ends the transaction
     */
    Ending added(List<AuditRecord> records);
}
