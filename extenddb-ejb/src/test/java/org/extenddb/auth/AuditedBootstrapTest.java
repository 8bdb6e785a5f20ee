package org.extenddb.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.extenddb.audit.AuditLog;
import org.extenddb.audit.AuditedBootstrap;
import org.extenddb.audit.ServerName;
import org.extenddb.auth.signin.FirstAdministrator;
import org.extenddb.auth.signin.PasswordHasher;
import org.extenddb.config.AdministratorConfig;
import org.extenddb.config.IdentityConfig;
import org.extenddb.config.SignInConfig;
import org.extenddb.core.storage.memory.MemoryAdministratorStore;
import org.extenddb.core.storage.memory.MemoryAuditStore;
import org.junit.jupiter.api.Test;

class AuditedBootstrapTest {
    private static final String KEY = "AKIABOOTSTRAPEXAMPLE";
    private static final String PASSWORD = "a first secret of theirs";

    private final TestIdentities identities = new TestIdentities();
    private final MemoryAuditStore store = new MemoryAuditStore();
    private final AuditedBootstrap observer =
            new AuditedBootstrap(new AuditLog(store, identities.keyring(), new ServerName()), new ServerName());

    @Test
    void create_firstAdministrator_isWrittenDownOnceWithoutThePassword() {
        FirstAdministrator first = new FirstAdministrator(
                new AdministratorConfig("admin", Optional.of(PASSWORD), false),
                new SignInConfig(3, 15, 60, 720, 12),
                new MemoryAdministratorStore(),
                new PasswordHasher(),
                observer);

        assertThat(first.create("admin", PASSWORD, false)).isTrue();
        assertThat(first.create("admin", PASSWORD, false)).isFalse();

        assertThat(writtenDown()).containsExactly("server  bootstrap:CreateAdministrator administrator/admin ALLOWED");
        assertThat(store.records.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void isImported_firstTime_isWrittenDownOnceWithoutTheSecret() {
        IdentityConfig config = new IdentityConfig(
                "111122223333",
                Optional.of(KEY),
                Optional.of(Identities.SECRET),
                Optional.of(Identities.KEY),
                Optional.empty(),
                30);
        BootstrapKey bootstrap = new BootstrapKey(config, identities.keyStore(), identities.secrets(), observer);

        assertThat(bootstrap.isImported(KEY)).isTrue();
        assertThat(bootstrap.isImported(KEY)).isTrue();
        assertThat(bootstrap.isImported("AKIAANOTHER")).isFalse();

        assertThat(writtenDown())
                .containsExactly("server 111122223333 bootstrap:ImportAccessKey access-key/" + KEY + " ALLOWED");
        assertThat(store.records.toString()).doesNotContain(Identities.SECRET);
    }

    private List<String> writtenDown() {
        return store.records.stream()
                .map(it -> it.entry())
                .map(it ->
                        it.actor() + " " + it.account() + " " + it.action() + " " + it.resource() + " " + it.outcome())
                .toList();
    }
}
