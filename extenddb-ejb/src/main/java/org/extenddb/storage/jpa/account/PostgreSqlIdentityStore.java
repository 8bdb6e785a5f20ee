package org.extenddb.storage.jpa.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.extenddb.core.identity.Account;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.storage.jpa.entity.AccountEntity;
import org.extenddb.storage.jpa.sql.Transactions;
import org.extenddb.storage.jpa.table.CatalogChanges;
import org.jspecify.annotations.Nullable;

/** Identities in PostgreSQL. The account's row is what its changes queue up at. */
public final class PostgreSqlIdentityStore implements IdentityStore {
    private final Transactions transactions;

    public PostgreSqlIdentityStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T extends @Nullable Object> T read(AccountId account, Function<AccountIdentities, T> work) {
        return transactions.withEntities(entities -> work.apply(new JpaAccountIdentities(entities, account)));
    }

    @Override
    public <T extends @Nullable Object> T change(AccountId account, Function<AccountIdentities, T> work) {
        return transactions.withEntities(entities -> {
            if (entities.find(AccountEntity.class, account.value(), LockModeType.PESSIMISTIC_WRITE) == null) {
                throw new IllegalArgumentException("there is no account " + account);
            }
            JpaAccountIdentities identities = new JpaAccountIdentities(entities, account);
            T result = work.apply(identities);
            announce(entities, identities);
            return result;
        });
    }

    /** Native: of two servers that make the same account one does. */
    @Override
    public boolean addAccount(AccountId account, String name) {
        return transactions.withEntities(
                entities -> entities.createNativeQuery("INSERT INTO ddb_account (account_id, name, created_at)"
                                        + " VALUES (:account, :name, :now) ON CONFLICT (account_id) DO NOTHING")
                                .setParameter("account", account.value())
                                .setParameter("name", name)
                                .setParameter("now", Instant.now())
                                .executeUpdate()
                        == 1);
    }

    @Override
    public List<Account> accounts() {
        return transactions.withEntities(
                entities -> entities.createQuery("FROM AccountEntity a ORDER BY a.accountId", AccountEntity.class)
                        .getResultStream()
                        .map(IdentityMapping::account)
                        .toList());
    }

    /** One identity by itself; more, or what many have a share in, as the whole account. */
    private static void announce(EntityManager entities, JpaAccountIdentities identities) {
        if (identities.isManyChanged()) {
            CatalogChanges.announce(entities, identities.account(), "");
        } else if (identities.changedId() != null) {
            CatalogChanges.announce(entities, identities.account(), identities.changedId());
        }
    }
}
