package org.extenddb.admin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.audit.AuditLog;
import org.extenddb.audit.AuditTrail;
import org.extenddb.audit.ServerName;
import org.extenddb.auth.BootstrapObserver;
import org.extenddb.auth.PolicyAuthorizer;
import org.extenddb.auth.ResourcePolicies;
import org.extenddb.auth.TestIdentities;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.storage.memory.MemoryAuditStore;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.core.storage.memory.MemoryUnitOfWork;
import org.extenddb.iam.ActionCalls;
import org.extenddb.iam.ActionParameters;
import org.extenddb.iam.ActionRegistry;
import org.extenddb.iam.TestActions;
import org.extenddb.iam.action.ImportAccessKey;

/** The administration of identities on accounts in memory. */
final class AdminServer {
    static final AccountId ACCOUNT = new AccountId("111122223333");
    static final AccountId OTHER = new AccountId("444455556666");

    final TestIdentities identities = new TestIdentities();
    final MemoryAuditStore audit = new MemoryAuditStore();
    final AccountService accounts =
            new AccountService(identities.store(), identities.secrets(), BootstrapObserver.NONE);
    final AuditLog log = new AuditLog(audit, identities.keyring(), new ServerName());
    final AuditedChanges audited = new AuditedChanges(new AuditTrail(log, new ServerName()), new MemoryUnitOfWork());
    final IdentityAdministration administration;
    final AccessKeyAdministration keys;

    AdminServer() {
        ActionRegistry registry = TestActions.registry(identities);
        ActionCalls actions = TestActions.calls(
                registry, new PolicyAuthorizer(MemoryBackend.create().tables(), new ResourcePolicies()));
        administration = new IdentityAdministration(identities.store(), actions);
        keys = new AccessKeyAdministration(
                administration, new ImportAccessKey(identities.store(), identities.keyStore(), identities.secrets()));
        accounts.create(ACCOUNT, "first");
        accounts.create(OTHER, "second");
    }

    static AdminCall administrator() {
        return call(new SignedIn.Administrator("root"));
    }

    AdminCall user(String name) {
        Identity user =
                Objects.requireNonNull(identities.store().read(ACCOUNT, it -> it.find(IdentityKind.USER, name)));
        return call(new SignedIn.User(
                name, Objects.requireNonNull(identities.callers().find(ACCOUNT, user.id(), Instant.now()))));
    }

    Map<String, Object> call(AdminCall call, String action, ActionParameters parameters) {
        return administration.call(call, ACCOUNT, action, parameters);
    }

    /** What was written down: who, what, of what, and how it ended. */
    List<String> writtenDown() {
        log.flush();
        return audit.records.stream()
                .map(it -> it.entry().actor() + " " + it.entry().action() + " "
                        + it.entry().resource() + " " + it.entry().outcome())
                .toList();
    }

    private static AdminCall call(SignedIn who) {
        Region region = new Region("us-east-1");
        return new AdminCall(who, new RequestContext("192.0.2.1", true, null, null, Instant.now(), region));
    }
}
