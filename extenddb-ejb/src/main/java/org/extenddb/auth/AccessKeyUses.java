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

/**
 * Collects when access keys were used, until somebody writes it down: a key in use is mentioned once a minute, which costs its
 * requests one comparison.
 */
@SingleInstance
public final class AccessKeyUses {
    private static final long INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();

    private final AccessKeyStore store;
    private final Map<String, AccessKeyUse> unwritten = new ConcurrentHashMap<>();

    @Inject
    public AccessKeyUses(AccessKeyStore store) {
        this.store = store;
    }

    /** A permanent key has signed a request. */
    void used(AccessKey key, CredentialScope scope, Instant now) {
        if (key.isMentionDue(System.nanoTime(), INTERVAL_NANOS)) {
            unwritten.put(key.id(), new AccessKeyUse(key.id(), now, scope.region(), scope.service()));
        }
    }

    /** Writes down what was collected, in one batch. What cannot be written is tried again the next time. */
    public void write() {
        List<AccessKeyUse> uses = new ArrayList<>(unwritten.values());
        if (!uses.isEmpty()) {
            store.record(uses);
            uses.forEach(use -> unwritten.remove(use.accessKeyId(), use));
        }
    }
}
