package org.extenddb.auth;

import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.IdentityConfig;
import org.extenddb.core.identity.Account;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.StoredAccessKey;

/**
 * Encrypts secrets anew that are stored under a previous key, so that this one can be taken away. What a client signs with stays as it
 * is.
 */
@SingleInstance
public final class SecretRenewal {
    private static final Logger LOG = Logger.getLogger("org.extenddb.auth");

    private final IdentityStore store;
    private final AccessKeySecrets secrets;
    private final boolean rotating;

    @Inject
    public SecretRenewal(IdentityStore store, AccessKeySecrets secrets, IdentityConfig config) {
        this.store = store;
        this.secrets = secrets;
        this.rotating = !config.previousEncryptionKeys().isEmpty();
    }

    /** Whether there are previous keys at all. */
    public boolean isRotating() {
        return rotating;
    }

    /**
     * Does it for all accounts, one transaction for each.
     *
     * @return how many secrets were encrypted anew
     * @throws org.extenddb.core.storage.StorageUnavailableException when the database cannot be asked; what was done is done
     */
    public int renew() {
        int renewed = 0;
        for (Account account : store.accounts()) {
            boolean due = store.read(
                    account.id(), identities -> identities.accessKeys().stream().anyMatch(secrets::isOutdated));
            if (due) {
                renewed += store.<Integer>change(account.id(), this::renew);
            }
        }
        if (renewed > 0) {
            LOG.log(Level.INFO, "EXDB0113I: {0} stored secrets were encrypted under the present key.", renewed);
        }
        return renewed;
    }

    private int renew(AccountIdentities account) {
        int renewed = 0;
        List<StoredAccessKey> outdated =
                account.accessKeys().stream().filter(secrets::isOutdated).toList();
        for (StoredAccessKey key : outdated) {
            try {
                account.save(secrets.renewed(key));
                renewed++;
            } catch (SecretUnreadableException e) {
                LOG.log(Level.WARNING, () -> "EXDB0114W: A secret cannot be encrypted anew: " + e.getMessage());
            }
        }
        return renewed;
    }
}
