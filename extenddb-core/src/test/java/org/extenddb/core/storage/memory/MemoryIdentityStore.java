package org.extenddb.core.storage.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityListener;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.RoleUse;
import org.jspecify.annotations.Nullable;

/** Identities in memory. Each transaction works on a copy that takes the place of the account when it ends well. */
public final class MemoryIdentityStore implements IdentityStore {
    private final Map<String, MemoryAccount> accounts = new TreeMap<>();
    private final Map<String, MemoryAccount> open = new HashMap<>();
    private final MemoryAccessKeyStore keys;
    private final IdentityListener listener;

    /** @param listener hears of every change before the method that makes it returns */
    public MemoryIdentityStore(MemoryAccessKeyStore keys, IdentityListener listener) {
        this.keys = keys;
        this.listener = listener;
    }

    @Override
    public synchronized <T extends @Nullable Object> T read(AccountId account, Function<AccountIdentities, T> work) {
        MemoryAccount changing = open.get(account.value());
        return work.apply(changing == null ? copy(account) : changing);
    }

    @Override
    public synchronized <T extends @Nullable Object> T change(AccountId account, Function<AccountIdentities, T> work) {
        if (!accounts.containsKey(account.value())) {
            throw new IllegalArgumentException("there is no account " + account);
        }
        MemoryAccount changing = open.get(account.value());
        return changing == null ? changeAlone(account, work) : work.apply(changing);
    }

    private <T extends @Nullable Object> T changeAlone(AccountId account, Function<AccountIdentities, T> work) {
        MemoryAccount copy = copy(account);
        open.put(account.value(), copy);
        try {
            T result = work.apply(copy);
            accounts.put(account.value(), copy);
            copy.publishKeys();
            listener.anyMayHaveChanged();
            return result;
        } finally {
            open.remove(account.value());
        }
    }

    @Override
    public synchronized boolean addAccount(AccountId account, String name) {
        return accounts.putIfAbsent(account.value(), MemoryAccount.of(account, name, keys)) == null;
    }

    @Override
    public synchronized Map<String, String> arns(Collection<String> identityIds) {
        Map<String, String> arns = new HashMap<>();
        for (MemoryAccount account : accounts.values()) {
            for (String id : identityIds) {
                Identity identity = account.findById(id);
                if (identity != null) {
                    arns.put(id, identity.arn());
                }
            }
        }
        return arns;
    }

    @Override
    public synchronized void record(Collection<RoleUse> uses) {
        for (RoleUse use : uses) {
            accounts.values().stream()
                    .filter(account -> account.findById(use.roleId()) != null)
                    .forEach(account -> account.used(use));
        }
    }

    @Override
    public synchronized List<Account> accounts() {
        return accounts.values().stream()
                .map(MemoryAccount::details)
                .filter(Objects::nonNull)
                .toList();
    }

    private MemoryAccount copy(AccountId account) {
        MemoryAccount known = accounts.get(account.value());
        return known == null ? new MemoryAccount(account, keys) : known.copy();
    }
}
