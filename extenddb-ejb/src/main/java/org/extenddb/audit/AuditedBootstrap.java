package org.extenddb.audit;

import jakarta.inject.Inject;
import org.extenddb.auth.BootstrapObserver;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.model.AccountId;

/** Writes down what the configuration has let in: who may do everything comes from nowhere else. */
@SingleInstance
public final class AuditedBootstrap implements BootstrapObserver {
    private final AuditLog log;
    private final ServerName server;

    @Inject
    public AuditedBootstrap(AuditLog log, ServerName server) {
        this.log = log;
        this.server = server;
    }

    @Override
    public void administratorMade(String name) {
        log.write(AuditEntries.let("bootstrap:CreateAdministrator", "", "administrator/" + name, server.get()));
    }

    @Override
    public void keyImported(String accessKeyId, AccountId account) {
        log.write(AuditEntries.let(
                "bootstrap:ImportAccessKey", account.value(), "access-key/" + accessKeyId, server.get()));
    }

    @Override
    public void accountMade(AccountId account) {
        log.write(AuditEntries.let("bootstrap:CreateAccount", account.value(), "account/" + account, server.get()));
    }
}
