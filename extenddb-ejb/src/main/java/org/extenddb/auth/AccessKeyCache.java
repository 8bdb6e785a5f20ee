package org.extenddb.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.IdentityConfig;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.storage.AccessKeyListener;
import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.StoredAccessKey;
import org.jspecify.annotations.Nullable;

/**
 * Access keys, decrypted and at hand. Bounded; an entry is read anew when storage tells of a change, and after
 * {@link IdentityConfig#cacheLife} at the latest. Unknown ids are not remembered: a key works as soon as it exists.
 */
@SingleInstance
public final class AccessKeyCache implements AccessKeyListener {
    private static final int MAX_KEYS = 10_000;

    private final AccessKeyStore store;
    private final SecretCipher cipher;
    private final BootstrapKey bootstrap;
    private final Cache<String, @Nullable AccessKey> keys;

    @Inject
    public AccessKeyCache(AccessKeyStore store, SecretCipher cipher, BootstrapKey bootstrap, IdentityConfig config) {
        this.store = store;
        this.cipher = cipher;
        this.bootstrap = bootstrap;
        this.keys = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterWrite(config.cacheLife())
                .build();
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
        return keys.get(accessKeyId, this::load);
    }

    @Override
    public void changed(String accessKeyId) {
        keys.invalidate(accessKeyId);
    }

    @Override
    public void anyMayHaveChanged() {
        keys.invalidateAll();
    }

    private @Nullable AccessKey load(String accessKeyId) {
        StoredAccessKey stored = store.find(accessKeyId);
        if (stored == null && bootstrap.isImported(accessKeyId)) {
            stored = store.find(accessKeyId);
        }
        if (stored == null || !stored.active()) {
            return null;
        }
        Caller caller = Caller.root(stored.account(), stored.accessKeyId());
        return new AccessKey(caller, cipher.decrypt(stored.encryptedSecret(), stored.accessKeyId()));
    }
}
