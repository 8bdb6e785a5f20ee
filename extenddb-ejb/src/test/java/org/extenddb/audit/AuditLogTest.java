package org.extenddb.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.extenddb.admin.AuditService;
import org.extenddb.audit.AuditVerification.Broken;
import org.extenddb.audit.AuditVerification.Intact;
import org.extenddb.auth.Keyring;
import org.extenddb.auth.TestIdentities;
import org.extenddb.config.AuditConfig;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditFilter;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.audit.AuditRecord;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.memory.MemoryAuditStore;
import org.junit.jupiter.api.Test;

class AuditLogTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final Keyring keys = new TestIdentities().keyring();
    private final MemoryAuditStore store = new MemoryAuditStore();
    private final AuditLog log = new AuditLog(store, keys, new ServerName());
    private final AuditService service = new AuditService(store, new AuditVerifier(store, log));

    @Test
    void write_some_areThereNewestFirstAndTheChainHolds() {
        log.write(entry("iam:CreateUser", NOW));
        log.write(entry("iam:DeleteUser", NOW));
        log.later(entry("dynamodb:PutItem", NOW));
        assertThat(service.read(AuditFilter.ALL, Long.MAX_VALUE, 10)).hasSize(2);
        log.flush();

        assertThat(service.read(AuditFilter.ALL, Long.MAX_VALUE, 10))
                .extracting(it -> it.entry().action())
                .containsExactly("dynamodb:PutItem", "iam:DeleteUser", "iam:CreateUser");
        assertThat(service.read(AuditFilter.ALL, 3, 1))
                .extracting(AuditRecord::sequence)
                .containsExactly(2L);
        assertThat(service.verify()).isInstanceOfSatisfying(Intact.class, it -> {
            assertThat(it.first()).isEqualTo(1);
            assertThat(it.last()).isEqualTo(3);
        });
    }

    @Test
    void verify_empty_isIntact() {
        assertThat(service.verify()).isInstanceOf(Intact.class);
    }

    @Test
    void verify_anyFieldOfAnyRecordChanged_namesIt() {
        List<UnaryOperator<AuditEntry>> changes = List.of(
                it -> with(it, NOW.plusSeconds(1), it.actor(), it.action(), it.outcome()),
                it -> with(it, NOW, "somebody else", it.action(), it.outcome()),
                it -> with(it, NOW, it.actor(), "iam:ListUsers", it.outcome()),
                it -> with(it, NOW, it.actor(), it.action(), AuditOutcome.DENIED));
        for (int i = 0; i < 5; i++) {
            log.write(entry("iam:CreateUser", NOW));
        }
        for (int index = 0; index < 5; index++) {
            for (UnaryOperator<AuditEntry> change : changes) {
                AuditRecord before = store.records.get(index);
                store.records.set(
                        index, new AuditRecord(before.sequence(), change.apply(before.entry()), before.hash()));
                assertThat(broken()).isEqualTo(index + 1);
                store.records.set(index, before);
            }
        }
        assertThat(service.verify()).isInstanceOf(Intact.class);
    }

    @Test
    void verify_recordRemovedSwappedOrCutOff_namesThePlace() {
        for (int i = 0; i < 4; i++) {
            log.write(entry("iam:CreateUser" + i, NOW));
        }
        AuditRecord third = store.records.remove(2);
        assertThat(broken()).isEqualTo(3);
        store.records.add(third);
        assertThat(broken()).isEqualTo(3);
        store.records.remove(third);
        store.records.add(2, third);
        assertThat(service.verify()).isInstanceOf(Intact.class);

        store.records.remove(3);
        assertThat(broken()).isEqualTo(4);
    }

    @Test
    void verify_firstRecordsRemovedByHand_namesTheFirst() {
        log.write(entry("iam:CreateUser", NOW));
        log.write(entry("iam:DeleteUser", NOW));
        store.records.remove(0);
        assertThat(broken()).isEqualTo(1);
    }

    @Test
    void trim_old_leavesAChainThatHolds() {
        log.write(entry("a:Old", NOW.minusSeconds(864_000 + 10)));
        log.write(entry("a:Old", NOW.minusSeconds(864_000 + 5)));
        log.write(entry("a:New", NOW));
        AuditTrimming trimming = new AuditTrimming(store, log, new ServerName(), new AuditConfig(false, 10));

        assertThat(trimming.trim(NOW)).isEqualTo(2);

        assertThat(service.read(AuditFilter.ALL, Long.MAX_VALUE, 10))
                .extracting(it -> it.entry().action())
                .containsExactly("audit:Trim", "a:New");
        assertThat(service.verify())
                .isInstanceOfSatisfying(
                        Intact.class, it -> assertThat(it.first()).isEqualTo(3));
        assertThat(trimming.trim(NOW)).isZero();
        assertThat(new AuditTrimming(store, log, new ServerName(), new AuditConfig(false, 0)).trim(NOW.plusSeconds(9)))
                .isZero();
    }

    @Test
    void denied_moreThanIsWrittenAtATime_isCounted() {
        for (int i = 0; i < 600; i++) {
            log.denied(entry("dynamodb:GetItem", NOW));
        }
        log.flush();
        log.flush();

        assertThat(store.records).hasSize(501);
        assertThat(service.read(new AuditFilter(null, null, "audit:", null, null, null), Long.MAX_VALUE, 10))
                .extracting(it -> it.entry().detail())
                .containsExactly("100 entries");
    }

    @Test
    void denied_floodOfUnsigned_leavesRoomForSignInsAndKnownCallers() {
        for (int i = 0; i < 2_000; i++) {
            log.denied(denied("dynamodb:GetItem", ""));
        }
        log.denied(denied("signin:SignIn", ""));
        log.denied(denied("dynamodb:DeleteTable", "arn:aws:iam::111122223333:user/nina"));
        log.flush();

        assertThat(read(new AuditFilter(null, null, "signin:", null, null, null)))
                .hasSize(1);
        assertThat(read(new AuditFilter(null, null, "dynamodb:DeleteTable", null, null, null)))
                .hasSize(1);
        assertThat(read(new AuditFilter(null, null, "audit:", null, null, null)))
                .extracting(it -> it.entry().detail())
                .containsExactly("1500 entries");
    }

    @Test
    void denied_floodOfAKnownCaller_leavesRoomForSignIns_andEachIsBounded() {
        for (int i = 0; i < 600; i++) {
            log.denied(denied("dynamodb:GetItem", "arn:aws:iam::111122223333:user/nina"));
        }
        for (int i = 0; i < 600; i++) {
            log.denied(denied("signin:SignInByKey", ""));
        }
        log.flush();
        assertThat(store.records).hasSize(1_001);

        log.denied(denied("signin:SignIn", ""));
        log.flush();
        assertThat(store.records).hasSize(1_002);
    }

    @Test
    void read_filtered_findsWhatIsAskedFor() {
        log.write(entry("iam:CreateUser", NOW));
        log.write(entry("sts:AssumeRole", NOW.plusSeconds(60)));

        assertThat(read(new AuditFilter(null, null, "iam:", null, null, null))).hasSize(1);
        assertThat(read(new AuditFilter("111122223333", null, null, null, NOW, NOW.plusSeconds(60))))
                .hasSize(1);
        assertThat(read(new AuditFilter("444455556666", null, null, null, null, null)))
                .isEmpty();
        assertThat(read(new AuditFilter(null, "nobody", null, null, null, null)))
                .isEmpty();
        assertThat(read(new AuditFilter(null, null, null, AuditOutcome.DENIED, null, null)))
                .isEmpty();
    }

    @Test
    void entry_withWhatCannotBeStored_isPrintable() {
        AuditEntry entry = entry("a\0b\nc\uD800d\uD83D\uDE00".concat("x".repeat(5_000)), NOW);
        assertThat(entry.action()).startsWith("a?b?c?d\uD83D\uDE00x").hasSize(AuditEntry.MAX_TEXT);
        assertThat(AuditJson.line(new AuditRecord(1, entry, ByteString.utf8("h"))))
                .doesNotContain("\n")
                .contains("\"hash\":\"68\"");
    }

    private List<AuditRecord> read(AuditFilter filter) {
        return service.read(filter, Long.MAX_VALUE, 10);
    }

    private long broken() {
        assertThat(service.verify()).isInstanceOf(Broken.class);
        return ((Broken) service.verify()).sequence();
    }

    private static AuditEntry denied(String action, String actor) {
        return with(entry(action, NOW), NOW, actor, action, AuditOutcome.DENIED);
    }

    private static AuditEntry entry(String action, Instant at) {
        return new AuditEntry(
                at,
                "server",
                "arn:aws:iam::111122223333:user/nina",
                "111122223333",
                "AKIDEXAMPLE",
                action,
                "*",
                "192.0.2.1",
                "id",
                AuditOutcome.ALLOWED,
                "",
                "{}");
    }

    private static AuditEntry with(AuditEntry it, Instant at, String actor, String action, AuditOutcome outcome) {
        return new AuditEntry(
                at,
                it.server(),
                actor,
                it.account(),
                it.accessKeyId(),
                action,
                it.resource(),
                it.sourceAddress(),
                it.requestId(),
                outcome,
                it.error(),
                it.detail());
    }
}
