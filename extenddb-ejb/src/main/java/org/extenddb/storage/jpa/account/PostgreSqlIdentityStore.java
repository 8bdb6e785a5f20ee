package org.extenddb.storage.jpa.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.RoleUse;
import org.extenddb.storage.jpa.entity.AccountEntity;
import org.extenddb.storage.jpa.sql.Transactions;
import org.extenddb.storage.jpa.table.CatalogChanges;
import org.jspecify.annotations.Nullable;

/** Identities in PostgreSQL. The account's row is what its changes queue up at. */
public final class PostgreSqlIdentityStore implements IdentityStore {
    private static final String RECORD = "UPDATE ddb_identity SET last_used_at = :at, last_used_region = :region"
            + " WHERE identity_id = :id AND (last_used_at IS NULL OR last_used_at < :at)";

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
    public Map<String, String> arns(Collection<String> identityIds) {
        if (identityIds.isEmpty()) {
            return Map.of();
        }
        return transactions.withEntities(entities -> entities.createQuery(
                        "SELECT i.identityId, i.accountId, i.kind, i.path, i.name FROM IdentityEntity i"
                                + " WHERE i.identityId IN :ids",
                        Object[].class)
                .setParameter("ids", identityIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], PostgreSqlIdentityStore::arn)));
    }

    /** In the order of ids, so that servers which write the same ones wait for each other and not in a circle. */
    @Override
    public void record(Collection<RoleUse> uses) {
        transactions.withEntities(entities -> uses.stream()
                .sorted(Comparator.comparing(RoleUse::roleId))
                .mapToInt(use -> entities.createNativeQuery(RECORD)
                        .setParameter("at", use.usedAt())
                        .setParameter("region", use.region())
                        .setParameter("id", use.roleId())
                        .executeUpdate())
                .sum());
    }

    private static String arn(Object[] row) {
        return Identity.arn(
                new AccountId((String) row[1]), IdentityKind.valueOf((String) row[2]), (String) row[3] + row[4]);
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
