package org.extenddb.storage.jpa.account;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Grants;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.identity.PasswordPolicy;
import org.extenddb.core.identity.RoleSettings;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.storage.jpa.entity.AccessKeyEntity;
import org.extenddb.storage.jpa.entity.AccountEntity;
import org.extenddb.storage.jpa.entity.IdentityEntity;
import org.extenddb.storage.jpa.entity.PolicyEntity;
import org.extenddb.storage.jpa.entity.PolicyVersion;

/** Between identities as values and as rows. */
final class IdentityMapping {
    private IdentityMapping() {}

    static String rootArn(AccountId account) {
        return "arn:aws:iam::" + account + ":root";
    }

    static Account account(AccountEntity entity) {
        return new Account(
                new AccountId(entity.getAccountId()),
                entity.name,
                entity.getCreatedAt(),
                entity.closedAt,
                entity.passwordPolicy == null ? null : PasswordPolicy.parse(entity.passwordPolicy));
    }

    static Identity identity(IdentityEntity entity) {
        RoleSettings role = entity.trustPolicy == null || entity.maxSessionSeconds == null
                ? null
                : new RoleSettings(entity.trustPolicy, entity.maxSessionSeconds, entity.description);
        return new Identity(
                entity.identityId,
                new AccountId(entity.accountId),
                IdentityKind.valueOf(entity.kind),
                entity.path,
                entity.name,
                entity.createdAt,
                new TreeMap<>(entity.tags),
                new Grants(
                        new TreeMap<>(entity.inlinePolicies),
                        new TreeSet<>(entity.attachedPolicies),
                        entity.boundaryArn),
                new TreeSet<>(entity.groupIds),
                role);
    }

    static IdentityEntity entity(Identity identity) {
        IdentityEntity entity = new IdentityEntity();
        entity.identityId = identity.id();
        entity.accountId = identity.account().value();
        entity.kind = identity.kind().name();
        entity.createdAt = identity.createdAt();
        write(identity, entity);
        return entity;
    }

    /** What can change. */
    static void write(Identity identity, IdentityEntity entity) {
        entity.path = identity.path();
        entity.name = identity.name();
        entity.boundaryArn = identity.grants().boundaryArn();
        RoleSettings role = identity.role();
        if (role != null) {
            entity.trustPolicy = role.trustPolicy();
            entity.maxSessionSeconds = role.maxSessionSeconds();
            entity.description = role.description();
        }
        replace(entity.tags, identity.tags());
        replace(entity.inlinePolicies, identity.grants().inlinePolicies());
        replace(entity.attachedPolicies, identity.grants().attachedPolicies());
        replace(entity.groupIds, identity.groupIds());
    }

    static ManagedPolicy policy(PolicyEntity entity) {
        TreeMap<Integer, ManagedPolicy.Version> versions = new TreeMap<>();
        entity.versions.forEach((number, version) ->
                versions.put(number, new ManagedPolicy.Version(version.getDocument(), version.getCreatedAt())));
        return new ManagedPolicy(
                entity.policyId,
                new AccountId(entity.accountId),
                entity.path,
                entity.name,
                entity.description,
                entity.createdAt,
                entity.updatedAt,
                entity.defaultVersion,
                entity.lastVersion,
                versions,
                new TreeMap<>(entity.tags));
    }

    static PolicyEntity entity(ManagedPolicy policy, AccountId account) {
        PolicyEntity entity = new PolicyEntity();
        entity.policyId = policy.id();
        entity.accountId = account.value();
        entity.path = policy.path();
        entity.name = policy.name();
        entity.description = policy.description();
        entity.createdAt = policy.createdAt();
        write(policy, entity);
        return entity;
    }

    /** What can change. */
    static void write(ManagedPolicy policy, PolicyEntity entity) {
        entity.updatedAt = policy.updatedAt();
        entity.defaultVersion = policy.defaultVersion();
        entity.lastVersion = policy.lastVersion();
        TreeMap<Integer, PolicyVersion> versions = new TreeMap<>();
        policy.versions()
                .forEach((number, version) ->
                        versions.put(number, new PolicyVersion(version.document(), version.createdAt())));
        replace(entity.versions, versions);
        replace(entity.tags, policy.tags());
    }

    static StoredAccessKey key(AccessKeyEntity entity) {
        return new StoredAccessKey(
                entity.accessKeyId,
                new AccountId(entity.accountId),
                entity.identityId,
                ByteString.owning(entity.encryptedSecret),
                entity.active,
                entity.createdAt);
    }

    static AccessKeyEntity entity(StoredAccessKey key, String userArn) {
        AccessKeyEntity entity = new AccessKeyEntity();
        entity.accessKeyId = key.accessKeyId();
        entity.accountId = key.account().value();
        entity.identityId = key.identityId();
        entity.userArn = userArn;
        entity.createdAt = key.createdAt();
        write(key, entity);
        return entity;
    }

    /** What can change. */
    static void write(StoredAccessKey key, AccessKeyEntity entity) {
        entity.encryptedSecret = key.encryptedSecret().toByteArray();
        entity.active = key.active();
    }

    private static <K, V> void replace(Map<K, V> rows, Map<K, V> wanted) {
        rows.keySet().retainAll(wanted.keySet());
        rows.putAll(wanted);
    }

    private static <T> void replace(Set<T> rows, Set<T> wanted) {
        rows.retainAll(wanted);
        rows.addAll(wanted);
    }
}
