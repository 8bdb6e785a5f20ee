package org.extenddb.storage.jpa.account;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.LoginProfile;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccessKeyUse;
import org.extenddb.core.storage.AccountCredentials;
import org.extenddb.core.storage.RoleUse;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.storage.jpa.entity.AccessKeyEntity;
import org.extenddb.storage.jpa.entity.AccessKeyUseEntity;
import org.extenddb.storage.jpa.entity.IdentityEntity;
import org.extenddb.storage.jpa.entity.LoginProfileEntity;
import org.jspecify.annotations.Nullable;

/** The access keys and passwords of an account's identities in one transaction, and when they were used. Every query names the account. */
abstract class JpaAccountCredentials implements AccountCredentials {
    static final String ACCOUNT = "account";

    final EntityManager entities;
    final AccountId account;

    JpaAccountCredentials(EntityManager entities, AccountId account) {
        this.entities = entities;
        this.account = account;
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
    public @Nullable RoleUse lastRoleUse(String roleId) {
        IdentityEntity role = entities.find(IdentityEntity.class, roleId);
        return role == null || role.lastUsedAt == null || !role.accountId.equals(account.value())
                ? null
                : new RoleUse(roleId, role.lastUsedAt, String.valueOf(role.lastUsedRegion));
    }

    @Override
    public void insert(StoredAccessKey key) {
        Identity owner = key.identityId() == null ? null : owner(key.identityId());
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

    private AccessKeyEntity row(StoredAccessKey key) {
        return Objects.requireNonNull(entities.find(AccessKeyEntity.class, key.accessKeyId()), "a key that is there");
    }

    private LoginProfileEntity row(LoginProfile profile) {
        return Objects.requireNonNull(
                entities.find(LoginProfileEntity.class, profile.identityId()), "a login profile that is there");
    }

    private @Nullable Identity owner(String identityId) {
        IdentityEntity entity = entities.find(IdentityEntity.class, identityId);
        return entity == null || !entity.accountId.equals(account.value()) ? null : IdentityMapping.identity(entity);
    }
}
