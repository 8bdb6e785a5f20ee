package org.extenddb.admin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.extenddb.auth.AccessKeySecrets;
import org.extenddb.auth.AccessKeySecrets.NewAccessKey;
import org.extenddb.auth.BootstrapObserver;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.UniqueIds;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.StoredAccessKey;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of the installation. They are for administrators: no credentials of any account reach this, since the wire protocol
 * knows no such action.
 */
@SingleInstance
public final class AccountService {
    private static final int MAX_NAME = 128;
    private static final String HOME = "default";
    private static final long IDS = 1_000_000_000_000L;

    private final IdentityStore store;
    private final AccessKeySecrets secrets;
    private final BootstrapObserver observer;

    @Inject
    public AccountService(IdentityStore store, AccessKeySecrets secrets, BootstrapObserver observer) {
        this.observer = observer;
        this.store = store;
        this.secrets = secrets;
    }

    /** All accounts, by id. */
    public List<Account> list() {
        return store.accounts();
    }

    /** @throws AdminException NOT_FOUND */
    public Account get(AccountId id) {
        Account account = store.<@Nullable Account>read(id, AccountIdentities::details);
        if (account == null) {
            throw AdminException.of(AdminError.NOT_FOUND, MessagesAdmin.noAccount(id));
        }
        return account;
    }

    /**
     * The account that administrators begin with: this one, the first one where it is not there, and where there is none at all this one, which
     * is made then. Whoever has signed in finds a place to work in.
     */
    public AccountId home(AccountId wanted) {
        if (store.<@Nullable Account>read(wanted, AccountIdentities::details) != null) {
            return wanted;
        }
        List<Account> all = list();
        if (!all.isEmpty()) {
            return all.get(0).id();
        }
        if (store.addAccount(wanted, HOME)) {
            observer.accountMade(wanted);
        }
        return wanted;
    }

    /** An id that no account has. */
    public AccountId freeId() {
        while (true) {
            AccountId id =
                    new AccountId("%012d".formatted(ThreadLocalRandom.current().nextLong(1, IDS)));
            if (store.<@Nullable Account>read(id, AccountIdentities::details) == null) {
                return id;
            }
        }
    }

    /**
     * Makes an account with an access key of its root user, who may do everything in it and nothing elsewhere.
     *
     * @param name what people call it
     * @return the key with its secret, which is seen here and never again; empty when there is such an account already
     * @throws AdminException INVALID when this is no name
     * @throws org.extenddb.core.storage.StorageUnavailableException when it is not known whether it was made
     */
    public Optional<NewAccessKey> create(AccountId account, String name) {
        requireName(name);
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

    /** @throws AdminException INVALID, NOT_FOUND, CHANGED */
    public Account rename(AccountId id, String name, Precondition precondition) {
        requireName(name);
        return change(id, precondition, (account, identities) -> account.withName(name));
    }

    /**
     * Lets nobody into an account any more: its access keys become inactive, its sessions end. What it has stays. To close it again
     * changes nothing.
     *
     * @throws AdminException NOT_FOUND, CHANGED
     */
    public Account close(AccountId id, Precondition precondition) {
        return change(id, precondition, (account, identities) -> {
            for (StoredAccessKey key : identities.accessKeys()) {
                if (key.active()) {
                    identities.save(key.withStatus(false));
                }
            }
            return account.isClosed() ? account : account.closed(UniqueIds.wholeSecond(Instant.now()));
        });
    }

    /**
     * Opens a closed account. Its access keys stay inactive until somebody makes them active.
     *
     * @throws AdminException NOT_FOUND, CHANGED
     */
    public Account reopen(AccountId id, Precondition precondition) {
        return change(id, precondition, (account, identities) -> account.closed(null));
    }

    private interface AccountChange {
        Account apply(Account account, AccountIdentities identities);
    }

    private Account change(AccountId id, Precondition precondition, AccountChange change) {
        get(id);
        return store.change(id, identities -> {
            Account account = get(id);
            precondition.check(account);
            Account changed = change.apply(account, identities);
            identities.save(changed);
            return changed;
        });
    }

    private static void requireName(String name) {
        boolean visible = name.codePoints().noneMatch(c -> Character.isISOControl(c));
        if (name.isBlank() || name.length() > MAX_NAME || !visible) {
            throw AdminException.of(AdminError.INVALID, MessagesAdmin.ACCOUNT_NAME);
        }
    }
}
