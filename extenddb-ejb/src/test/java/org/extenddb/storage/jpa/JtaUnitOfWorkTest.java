package org.extenddb.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.extenddb.audit.AuditLog;
import org.extenddb.audit.ServerName;
import org.extenddb.auth.Keyring;
import org.extenddb.auth.SecretUnreadableException;
import org.extenddb.auth.TestIdentities;
import org.extenddb.config.IdentityConfig;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditFilter;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.UnitOfWork;
import org.extenddb.storage.jpa.account.PostgreSqlIdentityStore;
import org.extenddb.storage.jpa.audit.PostgreSqlAuditStore;
import org.extenddb.storage.jpa.sql.JtaUnitOfWork;
import org.extenddb.storage.jpa.sql.Transactions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A change and its record are both there, or neither is. */
class JtaUnitOfWorkTest {
    private static final Keyring NO_KEY = new Keyring(new IdentityConfig(
            "000000000000", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 30));

    private final Transactions transactions = transactions();
    private final IdentityStore identities = new PostgreSqlIdentityStore(transactions);
    private final PostgreSqlAuditStore audit = new PostgreSqlAuditStore(transactions);
    private final UnitOfWork unit = new JtaUnitOfWork(transactions);
    private final AccountId account =
            new AccountId("%012d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000L)));
    private final String mine = UUID.randomUUID().toString();

    private static Transactions transactions() {
        TestStorage.shared();
        return TestStorage.sharedTransactions();
    }

    @Test
    void together_changeAndRecord_areBothThere() {
        unit.together(() -> change(log(new TestIdentities().keyring())));

        assertThat(isThere()).isTrue();
        assertThat(records()).isEqualTo(1);
    }

    @Test
    void together_workThatThrowsAfterBoth_leavesNeither() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> unit.together(() -> {
                    change(log(new TestIdentities().keyring()));
                    throw new IllegalStateException("not done after all");
                }));

        assertThat(isThere()).isFalse();
        assertThat(records()).isZero();
    }

    /** Such as where the encryption key is not the one of the installation. */
    @Test
    void together_recordThatCannotBeWritten_undoesTheChange() {
        assertThatExceptionOfType(SecretUnreadableException.class)
                .isThrownBy(() -> unit.together(() -> change(log(NO_KEY))));

        assertThat(isThere()).isFalse();
    }

    private boolean change(AuditLog log) {
        boolean added = identities.addAccount(account, "of a test");
        log.record(new AuditEntry(
                Instant.now(),
                "server",
                mine,
                "",
                "",
                "admin:CreateAccount",
                "",
                "192.0.2.1",
                "id",
                AuditOutcome.ALLOWED,
                "",
                ""));
        return added;
    }

    private AuditLog log(Keyring keys) {
        return new AuditLog(audit, keys, new ServerName());
    }

    private boolean isThere() {
        return identities.<@Nullable Object>read(account, AccountIdentities::details) != null;
    }

    private int records() {
        return audit.find(new AuditFilter(null, mine, null, null, null, null), Long.MAX_VALUE, 10)
                .size();
    }
}
