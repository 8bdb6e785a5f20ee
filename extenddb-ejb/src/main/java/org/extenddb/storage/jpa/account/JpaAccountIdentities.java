package org.extenddb.storage.jpa.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.storage.jpa.entity.AccountEntity;
import org.extenddb.storage.jpa.entity.IdentityEntity;
import org.jspecify.annotations.Nullable;

/** An account's identities in one transaction. Every query names the account. */
final class JpaAccountIdentities extends JpaAccountPolicies implements AccountIdentities {
    private @Nullable String changedId;

    JpaAccountIdentities(EntityManager entities, AccountId account) {
        super(entities, account);
    }

    /** The one user or role that was changed; null when there was none. */
    @Nullable
    String changedId() {
        return changedId;
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public @Nullable Account details() {
        AccountEntity entity = entities.find(AccountEntity.class, account.value());
        return entity == null ? null : IdentityMapping.account(entity);
    }

    @Override
    public void save(Account changed) {
        AccountEntity entity =
                Objects.requireNonNull(entities.find(AccountEntity.class, account.value()), "an account that is there");
        entity.name = changed.name();
        entity.closedAt = changed.closedAt();
        entity.passwordPolicy = changed.passwordPolicy() == null
                ? null
                : changed.passwordPolicy().json();
        changedMany();
    }

    @Override
    public @Nullable Identity find(IdentityKind kind, String name) {
        return identities("SELECT i FROM IdentityEntity i WHERE i.accountId = :account AND i.kind = :kind"
                        + " AND lower(i.name) = :name")
                .setParameter("kind", kind.name())
                .setParameter("name", name.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst()
                .map(IdentityMapping::identity)
                .orElse(null);
    }

    @Override
    public @Nullable Identity findById(String id) {
        IdentityEntity entity = entities.find(IdentityEntity.class, id);
        return entity == null || !entity.accountId.equals(account.value()) ? null : IdentityMapping.identity(entity);
    }

    @Override
    public List<Identity> list(IdentityKind kind, Listing listing) {
        return mapped(page(
                identities("SELECT i FROM IdentityEntity i WHERE i.accountId = :account AND i.kind = :kind"
                                + " AND locate(:prefix, i.path) = 1 AND i.name > :after ORDER BY i.name")
                        .setParameter("kind", kind.name()),
                listing));
    }

    @Override
    public List<Identity> members(String groupId, Listing listing) {
        return mapped(page(
                identities("SELECT i FROM IdentityEntity i JOIN i.groupIds g WHERE i.accountId = :account AND g ="
                                + " :group AND locate(:prefix, i.path) = 1 AND i.name > :after ORDER BY i.name")
                        .setParameter("group", groupId),
                listing));
    }

    @Override
    public List<Identity> having(String policyArn) {
        return mapped(identities("SELECT i FROM IdentityEntity i WHERE i.accountId = :account AND (i.boundaryArn = :arn"
                        + " OR :arn MEMBER OF i.attachedPolicies)"
                        + " ORDER BY CASE i.kind WHEN 'USER' THEN 1 WHEN 'GROUP' THEN 2 ELSE 3 END, i.name")
                .setParameter("arn", policyArn));
    }

    @Override
    public void insert(Identity identity) {
        entities.persist(IdentityMapping.entity(identity));
    }

    @Override
    public void save(Identity identity) {
        IdentityMapping.write(identity, row(identity));
        changed(identity);
    }

    @Override
    public void delete(Identity identity) {
        entities.remove(row(identity));
        changed(identity);
    }

    @Override
    public IdentityCounts counts() {
        return new IdentityCounts(
                count("SELECT count(i) FROM IdentityEntity i WHERE i.accountId = :account AND i.kind = 'USER'"),
                count("SELECT count(i) FROM IdentityEntity i WHERE i.accountId = :account AND i.kind = 'GROUP'"),
                count("SELECT count(i) FROM IdentityEntity i WHERE i.accountId = :account AND i.kind = 'ROLE'"),
                count("SELECT count(p) FROM PolicyEntity p WHERE p.accountId = :account"),
                count("SELECT count(v) FROM PolicyEntity p JOIN p.versions v WHERE p.accountId = :account"));
    }

    private int count(String query) {
        return entities.createQuery(query, Long.class)
                .setParameter(ACCOUNT, account.value())
                .getSingleResult()
                .intValue();
    }

    private IdentityEntity row(Identity identity) {
        IdentityEntity entity = entities.find(IdentityEntity.class, identity.id());
        return Objects.requireNonNull(entity, "an identity that is there");
    }

    private void changed(Identity identity) {
        boolean another = changedId != null && !changedId.equals(identity.id());
        if (another || identity.kind() == IdentityKind.GROUP) {
            changedMany();
        }
        changedId = identity.id();
    }

    private TypedQuery<IdentityEntity> identities(String query) {
        return entities.createQuery(query, IdentityEntity.class).setParameter(ACCOUNT, account.value());
    }

    private static List<Identity> mapped(TypedQuery<IdentityEntity> query) {
        return query.getResultList().stream().map(IdentityMapping::identity).toList();
    }
}
