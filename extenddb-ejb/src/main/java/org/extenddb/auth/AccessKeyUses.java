package org.extenddb.auth;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.sigv4.CredentialScope;
import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.AccessKeyUse;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.RoleUse;

/**
 * Collects when access keys and roles were used, until somebody writes it down: a key in use is mentioned once a minute, which costs its
 * requests one comparison.
 */
@SingleInstance
public final class AccessKeyUses {
    private static final long INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();

    private final AccessKeyStore store;
    private final IdentityStore identities;
    private final Map<String, AccessKeyUse> unwritten = new ConcurrentHashMap<>();
    private final Map<String, RoleUse> unwrittenRoles = new ConcurrentHashMap<>();

    @Inject
    public AccessKeyUses(AccessKeyStore store, IdentityStore identities) {
        this.store = store;
        this.identities = identities;
    }

    /** A permanent key has signed a request. */
    void used(AccessKey key, CredentialScope scope, Instant now) {
        if (key.isMentionDue(System.nanoTime(), INTERVAL_NANOS)) {
            unwritten.put(key.id(), new AccessKeyUse(key.id(), now, scope.region(), scope.service()));
        }
    }

    /** Temporary credentials have signed a request: of a role's use it is told, of a user's not. */
    void used(SessionKeys.Session session, CredentialScope scope, Instant now) {
        String roleId =
                session.claims().sessionName() == null ? null : session.claims().identityId();
        if (roleId != null && session.key().isMentionDue(System.nanoTime(), INTERVAL_NANOS)) {
            unwrittenRoles.put(roleId, new RoleUse(roleId, now, scope.region()));
        }
    }

    /** Writes down what was collected, in one batch. What cannot be written is tried again the next time. */
    public void write() {
        List<AccessKeyUse> uses = new ArrayList<>(unwritten.values());
        if (!uses.isEmpty()) {
            store.record(uses);
            uses.forEach(use -> unwritten.remove(use.accessKeyId(), use));
        }
        List<RoleUse> roles = new ArrayList<>(unwrittenRoles.values());
        if (!roles.isEmpty()) {
            identities.record(roles);
            roles.forEach(use -> unwrittenRoles.remove(use.roleId(), use));
        }
    }
}
