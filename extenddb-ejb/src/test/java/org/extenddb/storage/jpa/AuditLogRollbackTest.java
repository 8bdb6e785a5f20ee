package org.extenddb.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.extenddb.audit.AuditLog;
import org.extenddb.audit.ServerName;
import org.extenddb.auth.TestIdentities;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.storage.jpa.audit.PostgreSqlAuditStore;
import org.extenddb.storage.jpa.sql.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server's log says of the audit log when the change that is written down is not done after all. */
class AuditLogRollbackTest {
    private final Transactions transactions = transactions();
    private final AuditLog log =
            new AuditLog(new PostgreSqlAuditStore(transactions), new TestIdentities().keyring(), new ServerName());
    private final String mine = UUID.randomUUID().toString();
    private final Logger logger = Logger.getLogger("org.extenddb.audit");
    private final Lines lines = new Lines();

    private static final class Lines extends Handler {
        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            all.add(record.getMessage());
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static Transactions transactions() {
        TestStorage.shared();
        return TestStorage.sharedTransactions();
    }

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(lines);
    }

    @Test
    void write_inATransaction_isInTheLogOnceItIsCommitted() {
        transactions.withEntities(entities -> {
            log.write(entry("iam:CreateUser"));
            assertThat(written()).isEmpty();
            return 1;
        });

        assertThat(written()).singleElement().asString().contains("iam:CreateUser");
    }

    @Test
    void write_inATransactionThatIsRolledBack_isNowhere() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transactions.withEntities(entities -> {
                    log.write(entry("iam:CreateUser"));
                    throw new IllegalStateException("not done after all");
                }));
        log.write(entry("iam:DeleteUser"));

        assertThat(written()).singleElement().asString().contains("iam:DeleteUser");
    }

    private List<String> written() {
        return lines.all.stream().filter(it -> it.contains(mine)).toList();
    }

    private AuditEntry entry(String action) {
        return new AuditEntry(
                Instant.now(), "server", mine, "", "", action, "", "192.0.2.1", "id", AuditOutcome.ALLOWED, "", "");
    }
}
