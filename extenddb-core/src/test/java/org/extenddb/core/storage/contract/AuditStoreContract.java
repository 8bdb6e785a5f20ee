package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.extenddb.core.audit.AuditChain;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditFilter;
import org.extenddb.core.audit.AuditMark;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.audit.AuditRecord;
import org.extenddb.core.audit.AuditSeal;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.AuditStore;
import org.extenddb.core.storage.AuditWitness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The audit log. Other tests may write into it too. */
public abstract class AuditStoreContract extends StorageContract {
    private final AuditChain chain = new AuditChain(new Digest());
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String name = "ä-" + UUID.randomUUID();
    private final String actor = "arn:aws:iam::111122223333:user/" + name;

    @Test
    void append_some_areFoundAsGivenNewestFirst() {
        List<AuditRecord> added = audit().append(
                        List.of(entry("iam:CreateUser", now), entry("sts:AssumeRole", now)), chain, AuditWitness.NONE);

        assertThat(find(null, null)).containsExactly(added.get(1), added.get(0));
        assertThat(find("iam:", null)).containsExactly(added.get(0));
        assertThat(find(null, AuditOutcome.DENIED)).isEmpty();
        assertThat(audit().find(mine(null, null), added.get(1).sequence(), 1)).containsExactly(added.get(0));
        assertThat(audit().find(new AuditFilter("a", actor, null, null, now, now), Long.MAX_VALUE, 9))
                .isEmpty();
        assertThat(audit().find(new AuditFilter("a", actor, null, null, now, now.plusMillis(1)), Long.MAX_VALUE, 9))
                .hasSize(2);
        assertThat(audit().find(new AuditFilter(null, name, null, null, null, null), Long.MAX_VALUE, 9))
                .hasSize(2);
        assertThat(audit().find(new AuditFilter(null, name.substring(1), null, null, null, null), Long.MAX_VALUE, 9))
                .isEmpty();
        assertThat(audit().find(new AuditFilter("a\0", null, "\0", null, null, null), Long.MAX_VALUE, 9))
                .isEmpty();
    }

    @Test
    void append_concurrently_isOneChainAndHeardOfInItsOrder() {
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger committed = new AtomicInteger();
        AuditWitness order = records -> {
            records.forEach(it -> heard.add(it.sequence()));
            return done -> committed.addAndGet(done ? records.size() : 0);
        };
        concurrently(6, thread -> () -> {
            for (int i = 0; i < 5; i++) {
                audit().append(List.of(entry("a:" + thread, now), entry("b:" + i, now)), chain, order);
            }
            return true;
        });

        List<AuditRecord> mine = new ArrayList<>(find(null, null));
        assertThat(mine).hasSize(60);
        assertThat(heard).hasSize(60).isSorted();
        assertThat(committed).hasValue(60);
        long first = mine.get(59).sequence();
        AuditMark before = new AuditMark(first, mine.get(59).hash(), ByteString.EMPTY);
        for (AuditRecord record : audit().after(first, 59)) {
            assertThat(chain.follows(record, before)).isTrue();
            before = new AuditMark(record.sequence(), record.hash(), ByteString.EMPTY);
        }
        assertThat(audit().mark(AuditStore.HEAD).sequence()).isGreaterThanOrEqualTo(before.sequence());
    }

    @Test
    void trim_old_setsTheAnchorToTheLastThatWent() {
        List<AuditRecord> added = audit().append(
                        List.of(
                                entry("x:1", now.minusSeconds(100)),
                                entry("x:2", now.minusSeconds(100)),
                                entry("x:3", now)),
                        chain,
                        AuditWitness.NONE);

        while (audit().trim(now.minusSeconds(50), 1, chain) == 1) {
            assertThat(chain.isGenuine(AuditStore.ANCHOR, audit().mark(AuditStore.ANCHOR)))
                    .isTrue();
        }
        List<AuditRecord> left = audit().after(audit().mark(AuditStore.ANCHOR).sequence(), Integer.MAX_VALUE);
        assertThat(left).contains(added.get(2));
        assertThat(left.get(0).sequence())
                .isEqualTo(audit().mark(AuditStore.ANCHOR).sequence() + 1);
        assertThat(left.get(0).entry().at()).isAfterOrEqualTo(now.minusSeconds(50));
    }

    private AuditStore audit() {
        return backend().audit();
    }

    private List<AuditRecord> find(@Nullable String action, @Nullable AuditOutcome outcome) {
        return audit().find(mine(action, outcome), Long.MAX_VALUE, 100);
    }

    private AuditFilter mine(@Nullable String action, @Nullable AuditOutcome outcome) {
        return new AuditFilter(null, actor, action, outcome, null, null);
    }

    private AuditEntry entry(String action, Instant at) {
        return new AuditEntry(
                at, "s", actor, "a", "k", action, "r", "192.0.2.1", "id", AuditOutcome.ALLOWED, "", "{\"ä\":1}");
    }

    private record Digest() implements AuditSeal {
        @Override
        public ByteString of(byte[] content) {
            try {
                return ByteString.owning(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean holds(ByteString hash, byte[] content) {
            return of(content).equals(hash);
        }
    }
}
