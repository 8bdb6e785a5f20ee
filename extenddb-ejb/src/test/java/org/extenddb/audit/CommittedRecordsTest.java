package org.extenddb.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.audit.AuditRecord;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.AuditWitness.Ending;
import org.junit.jupiter.api.Test;

class CommittedRecordsTest {
    private final List<Long> passedOn = new ArrayList<>();
    private final CommittedRecords records = new CommittedRecords(it -> passedOn.add(it.sequence()));

    @Test
    void added_notYetCommitted_arePassedOnByTheCommit() {
        Ending first = records.added(numbered(1, 2));
        assertThat(passedOn).isEmpty();

        first.ended(true);
        assertThat(passedOn).containsExactly(1L, 2L);
    }

    @Test
    void added_rolledBack_areNotPassedOnAndTheirPlaceIsTakenByOthers() {
        records.added(numbered(1, 2)).ended(false);
        records.added(numbered(1)).ended(true);

        assertThat(passedOn).containsExactly(1L);
    }

    @Test
    void ended_laterOneFirst_waitsForWhoIsBefore() {
        Ending first = records.added(numbered(1));
        Ending second = records.added(numbered(2));
        Ending third = records.added(numbered(2));

        third.ended(true);
        second.ended(false);
        assertThat(passedOn).isEmpty();

        first.ended(true);
        assertThat(passedOn).containsExactly(1L, 2L);
    }

    private static List<AuditRecord> numbered(long... sequences) {
        AuditEntry entry = new AuditEntry(Instant.EPOCH, "", "", "", "", "", "", "", "", AuditOutcome.ALLOWED, "", "");
        return LongStream.of(sequences)
                .mapToObj(it -> new AuditRecord(it, entry, ByteString.EMPTY))
                .toList();
    }
}
