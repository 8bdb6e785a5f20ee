package org.extenddb.auth;

import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.IdentityConfig;
import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.StoredAccessKey;

/**
 * The first access key: without it nobody could make others. It belongs to the root user of its account. It is imported when it is
 * first asked for, not when the server starts: the database may not be there yet, and another server may be quicker.
 */
@SingleInstance
public final class BootstrapKey {
    private static final Logger LOG = Logger.getLogger("org.extenddb.auth");

    private final IdentityConfig config;
    private final AccessKeyStore store;
    private final AccessKeySecrets secrets;
    private final BootstrapObserver observer;

    @Inject
    public BootstrapKey(
            IdentityConfig config, AccessKeyStore store, AccessKeySecrets secrets, BootstrapObserver observer) {
        this.config = config;
        this.store = store;
        this.secrets = secrets;
        this.observer = observer;
    }

    /** Whether {@code accessKeyId} would be imported again if it were deleted. */
    public boolean isConfigured(String accessKeyId) {
        return config.bootstrapAccessKeyId().filter(accessKeyId::equals).isPresent()
                && config.bootstrapSecretAccessKey().isPresent();
    }

    /**
     * Imports the configured key if {@code accessKeyId} names it. A key that is stored already stays as it is, whatever the
     * configuration says.
     *
     * @return whether the key is stored now
     */
    boolean isImported(String accessKeyId) {
        if (!isConfigured(accessKeyId)) {
            return false;
        }
        StoredAccessKey key = secrets.importing(
                        config.bootstrapAccount(),
                        null,
                        accessKeyId,
                        config.bootstrapSecretAccessKey().orElseThrow())
                .stored();
        if (store.importKey(key)) {
            LOG.log(Level.INFO, "EXDB0111I: The bootstrap access key {0} was imported into account {1}.", new Object[] {
                accessKeyId, config.bootstrapAccount()
            });
            observer.keyImported(accessKeyId, key.account());
        }
        return true;
    }
}
