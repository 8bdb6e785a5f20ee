package org.extenddb.storage.jpa.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.LoginProfile;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccessKeyUse;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.storage.jpa.entity.AccessKeyEntity;
import org.extenddb.storage.jpa.entity.AccessKeyUseEntity;
import org.extenddb.storage.jpa.entity.AccountEntity;
import org.extenddb.storage.jpa.entity.IdentityEntity;
import org.extenddb.storage.jpa.entity.LoginProfileEntity;
import org.extenddb.storage.jpa.entity.PolicyEntity;
import org.jspecify.annotations.Nullable;

/** An account's identities in one transaction. Every query names the account. */
final class JpaAccountIdentities implements AccountIdentities {
    private static final String ACCOUNT = "account";

    private final EntityManager entities;
    private final AccountId account;
    private @Nullable String changedId;
    private boolean manyChanged;

    JpaAccountIdentities(EntityManager entities, AccountId account) {
        this.entities = entities;
        this.account = account;
    }

    /** The one user or role that was changed; null when there was none. */
    @Nullable
    String changedId() {
        return changedId;
    }

    /** Whether more was changed than one user or role. */
    boolean isManyChanged() {
        return manyChanged;
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
        manyChanged = true;
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
    public @Nullable ManagedPolicy findPolicy(String name) {
        return policies("SELECT p FROM PolicyEntity p WHERE p.accountId = :account AND lower(p.name) = :name")
                .setParameter("name", name.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst()
                .map(IdentityMapping::policy)
                .orElse(null);
    }

    @Override
    public List<ManagedPolicy> policies(Collection<String> arns) {
        if (arns.isEmpty()) {
            return List.of();
        }
        return policies("SELECT p FROM PolicyEntity p WHERE p.accountId = :account"
                        + " AND concat('arn:aws:iam::', p.accountId, ':policy', p.path, p.name) IN :arns"
                        + " ORDER BY p.name")
                .setParameter("arns", arns)
                .getResultStream()
                .map(IdentityMapping::policy)
                .toList();
    }

    @Override
    public List<ManagedPolicy> listPolicies(Listing listing) {
        return page(
                        policies("SELECT p FROM PolicyEntity p WHERE p.accountId = :account"
                                + " AND locate(:prefix, p.path) = 1 AND p.name > :after ORDER BY p.name"),
                        listing)
                .getResultList()
                .stream()
                .map(IdentityMapping::policy)
                .toList();
    }

    @Override
    public void insert(ManagedPolicy policy) {
        entities.persist(IdentityMapping.entity(policy, account));
    }

    @Override
    public void save(ManagedPolicy policy) {
        IdentityMapping.write(policy, row(policy));
        manyChanged = true;
    }

    @Override
    public void delete(ManagedPolicy policy) {
        entities.remove(row(policy));
        manyChanged = true;
    }

    @Override
    public List<StoredAccessKey> accessKeys(@Nullable String identityId) {
        return entities.createQuery(
                        "SELECT k FROM AccessKeyEntity k WHERE k.accountId = :account AND coalesce(k.identityId, '') ="
                                + " :id ORDER BY k.createdAt, k.accessKeyId",
                        AccessKeyEntity.class)
                .setParameter(ACCOUNT, account.value())
                .setParameter("id", identityId == null ? "" : identityId)
                .getResultStream()
                .map(IdentityMapping::key)
                .toList();
    }

    @Override
    public List<StoredAccessKey> accessKeys() {
        return entities.createQuery(
                        "SELECT k FROM AccessKeyEntity k WHERE k.accountId = :account ORDER BY k.accessKeyId",
                        AccessKeyEntity.class)
                .setParameter(ACCOUNT, account.value())
                .getResultStream()
                .map(IdentityMapping::key)
                .toList();
    }

    @Override
    public @Nullable StoredAccessKey accessKey(String accessKeyId) {
        AccessKeyEntity entity = entities.find(AccessKeyEntity.class, accessKeyId);
        return entity == null || !entity.accountId.equals(account.value()) ? null : IdentityMapping.key(entity);
    }

    @Override
    public @Nullable AccessKeyUse lastUse(String accessKeyId) {
        AccessKeyUseEntity use = entities.find(AccessKeyUseEntity.class, accessKeyId);
        return use == null
                ? null
                : new AccessKeyUse(use.getAccessKeyId(), use.getUsedAt(), use.getRegion(), use.getService());
    }

    @Override
    public void insert(StoredAccessKey key) {
        Identity owner = key.identityId() == null ? null : findById(key.identityId());
        entities.persist(IdentityMapping.entity(key, owner == null ? IdentityMapping.rootArn(account) : owner.arn()));
    }

    @Override
    public void save(StoredAccessKey key) {
        IdentityMapping.write(key, row(key));
    }

    @Override
    public void delete(StoredAccessKey key) {
        entities.remove(row(key));
    }

    @Override
    public @Nullable LoginProfile loginProfile(String identityId) {
        LoginProfileEntity entity = entities.find(LoginProfileEntity.class, identityId);
        return entity == null || !entity.accountId.equals(account.value()) ? null : PasswordMapping.profile(entity);
    }

    @Override
    public void insert(LoginProfile profile) {
        entities.persist(PasswordMapping.entity(profile, account));
    }

    @Override
    public void save(LoginProfile profile) {
        PasswordMapping.write(profile, row(profile));
    }

    @Override
    public void delete(LoginProfile profile) {
        entities.remove(row(profile));
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

    private PolicyEntity row(ManagedPolicy policy) {
        return Objects.requireNonNull(entities.find(PolicyEntity.class, policy.id()), "a policy that is there");
    }

    private AccessKeyEntity row(StoredAccessKey key) {
        return Objects.requireNonNull(entities.find(AccessKeyEntity.class, key.accessKeyId()), "a key that is there");
    }

    private LoginProfileEntity row(LoginProfile profile) {
        return Objects.requireNonNull(
                entities.find(LoginProfileEntity.class, profile.identityId()), "a login profile that is there");
    }

    private void changed(Identity identity) {
        boolean another = changedId != null && !changedId.equals(identity.id());
        manyChanged |= another || identity.kind() == IdentityKind.GROUP;
        changedId = identity.id();
    }

    private TypedQuery<IdentityEntity> identities(String query) {
        return entities.createQuery(query, IdentityEntity.class).setParameter(ACCOUNT, account.value());
    }

    private TypedQuery<PolicyEntity> policies(String query) {
        return entities.createQuery(query, PolicyEntity.class).setParameter(ACCOUNT, account.value());
    }

    /** A lone slash stands for all. */
    private static <T> TypedQuery<T> page(TypedQuery<T> query, Listing listing) {
        return query.setParameter("prefix", listing.pathPrefix())
                .setParameter("after", listing.after())
                .setMaxResults(listing.limit());
    }

    private static List<Identity> mapped(TypedQuery<IdentityEntity> query) {
        return query.getResultList().stream().map(IdentityMapping::identity).toList();
    }
}
