package org.extenddb.audit;

import java.time.Instant;

/** What a walk along the chain found. */
public sealed interface AuditVerification {
    /**
     * Every record is as it was written, and none is missing between the first and the last. What this cannot show is that an end was cut
     * off together with a seal of an earlier time: compare the last record with the server's log.
     *
     * @param first sequence of the first record that is there; one more than {@code last} where there is none
     * @param last sequence of the last one
     * @param lastHash in hexadecimal digits, as the server's log has it; empty where there is none
     */
    record Intact(long first, long last, String lastHash, Instant verifiedAt) implements AuditVerification {}

    /**
     * Something was changed, removed or put in.
     *
     * @param sequence where: the first record that is not what was written there
     */
    record Broken(long sequence, String reason) implements AuditVerification {}
}
