package org.extenddb.audit;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.extenddb.audit.AuditVerification.Broken;
import org.extenddb.audit.AuditVerification.Intact;
import org.extenddb.auth.SecretUnreadableException;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.audit.AuditMark;
import org.extenddb.core.audit.AuditRecord;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.AuditStore;

/** Walks along the chain from its anchor to its head. */
@SingleInstance
public final class AuditVerifier {
    private static final int PAGE = 2_000;

    private final AuditStore store;
    private final AuditLog log;

    @Inject
    public AuditVerifier(AuditStore store, AuditLog log) {
        this.store = store;
        this.log = log;
    }

    /**
     * Verifies all records there were when it began.
     *
     * @throws org.extenddb.core.storage.StorageUnavailableException when the database cannot be asked
     */
    public AuditVerification verify() {
        AuditMark anchor = store.mark(AuditStore.ANCHOR);
        AuditMark head = store.mark(AuditStore.HEAD);
        AuditMark last = anchor;
        try {
            if (!log.chain().isGenuine(AuditStore.ANCHOR, anchor)) {
                return new Broken(anchor.sequence(), "the anchor was changed");
            }
            while (last.sequence() < head.sequence()) {
                List<AuditRecord> page = store.after(last.sequence(), PAGE);
                if (page.isEmpty() || page.get(0).sequence() != last.sequence() + 1) {
                    boolean trimmed = store.mark(AuditStore.ANCHOR).sequence() > last.sequence();
                    return trimmed ? verify() : new Broken(last.sequence() + 1, "it is missing");
                }
                for (AuditRecord record : page) {
                    if (record.sequence() != last.sequence() + 1) {
                        return new Broken(last.sequence() + 1, "it is missing");
                    }
                    if (!log.chain().follows(record, last)) {
                        return new Broken(record.sequence(), "it was changed, or the one before it was");
                    }
                    last = new AuditMark(record.sequence(), record.hash(), ByteString.EMPTY);
                    if (record.sequence() == head.sequence()) {
                        break;
                    }
                }
            }
            return atHead(head, anchor, last);
        } catch (SecretUnreadableException e) {
            return new Broken(last.sequence() + 1, String.valueOf(e.getMessage()));
        }
    }

    private AuditVerification atHead(AuditMark head, AuditMark anchor, AuditMark last) {
        boolean genuine = log.chain().isGenuine(AuditStore.HEAD, head)
                && head.sequence() == last.sequence()
                && head.hash().equals(last.hash());
        if (!genuine) {
            return new Broken(last.sequence(), "the head of the chain was changed");
        }
        return new Intact(
                anchor.sequence() + 1,
                head.sequence(),
                HexFormat.of().formatHex(head.hash().sharedArray()),
                Instant.now());
    }
}
