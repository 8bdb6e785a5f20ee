package org.extenddb.auth;

import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.IdentityConfig;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.StoredAccessKey;
import org.jspecify.annotations.Nullable;

/**
 * Permanent access keys, decrypted and at hand. Bounded; a key is read anew when storage tells of a change, and forgotten when it was
 * not used for {@link IdentityConfig#cacheLife}. Unknown ids are remembered for a second, or until a key of that id is added.
 */
@SingleInstance
public final class AccessKeyCache {
    private static final int MAX_KEYS = 20_000;
    private static final int MAX_ID_LENGTH = 128;

    private final AccessKeyStore store;
    private final AccessKeySecrets secrets;
    private final BootstrapKey bootstrap;
    private final IdentityRightsCache rights;
    private final ConfirmedCache<String, AccessKey> keys;

    @Inject
    public AccessKeyCache(
            AccessKeyStore store,
            AccessKeySecrets secrets,
            BootstrapKey bootstrap,
            IdentityRightsCache rights,
            IdentityConfig config) {
        this.store = store;
        this.secrets = secrets;
        this.bootstrap = bootstrap;
        this.rights = rights;
        this.keys = new ConfirmedCache<>(MAX_KEYS, config.cacheLife());
    }

    /**
     * Finds an active key.
     *
     * @return null when there is none
     * @throws org.extenddb.core.storage.StorageUnavailableException when it is not at hand and cannot be read
     * @throws SecretUnreadableException when it cannot be decrypted
     */
    @Nullable
    AccessKey find(String accessKeyId) {
        return canBeOne(accessKeyId) ? keys.get(accessKeyId, this::load) : null;
    }

    void changed(String accessKeyId) {
        keys.forget(accessKeyId);
    }

    void anyMayHaveChanged() {
        keys.forgetAll();
    }

    void confirm(long nanoTime) {
        keys.confirm(nanoTime);
    }

    private @Nullable AccessKey load(String accessKeyId) {
        StoredAccessKey stored = store.find(accessKeyId);
        if (stored == null && bootstrap.isImported(accessKeyId)) {
            stored = store.find(accessKeyId);
        }
        if (stored == null || !stored.active()) {
            return null;
        }
        return new AccessKey(
                accessKeyId, secrets.decrypt(stored), null, caller(stored.account(), stored.identityId(), accessKeyId));
    }

    private Supplier<@Nullable Caller> caller(AccountId account, @Nullable String identityId, String accessKeyId) {
        if (identityId == null) {
            Caller root = Caller.root(account, accessKeyId);
            return () -> rights.isOpen(account) ? root : null;
        }
        return new UserCaller(new IdentityRef(account, identityId), accessKeyId, rights);
    }

    /** The letters of which ids are made; nobody has to look for anything else. */
    private static boolean canBeOne(String accessKeyId) {
        if (accessKeyId.isEmpty() || accessKeyId.length() > MAX_ID_LENGTH) {
            return false;
        }
        for (int i = 0; i < accessKeyId.length(); i++) {
            char c = accessKeyId.charAt(i);
            if (!(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_')) {
                return false;
            }
        }
        return true;
    }
}
