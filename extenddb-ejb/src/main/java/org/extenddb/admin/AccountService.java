package org.extenddb.admin;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.extenddb.auth.AccessKeySecrets;
import org.extenddb.auth.AccessKeySecrets.NewAccessKey;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.IdentityStore;

/**
 * Makes accounts. That is for administrators of the installation: no credentials of any account reach it, since the wire protocol
 * knows no such action.
 */
@SingleInstance
public final class AccountService {
    private final IdentityStore store;
    private final AccessKeySecrets secrets;

    @Inject
    public AccountService(IdentityStore store, AccessKeySecrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    /** The ids of all accounts, in order. */
    public List<AccountId> list() {
        return store.accounts();
    }

    /**
     * Makes an account with an access key of its root user, who may do everything in it and nothing elsewhere.
     *
     * @param name what people call it
     * @return the key with its secret, which is seen here and never again; empty when there is such an account already
     * @throws org.extenddb.core.storage.StorageUnavailableException when it is not known whether it was made
     */
    public Optional<NewAccessKey> create(AccountId account, String name) {
        if (!store.addAccount(account, name)) {
            return Optional.empty();
        }
        NewAccessKey key = secrets.create(account, null);
        store.change(account, identities -> {
            identities.insert(key.stored());
            return key;
        });
        return Optional.of(key);
    }
}
