package org.extenddb.core.storage.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.LoginProfile;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.identity.UniqueIds;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccessKeyUse;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.RoleUse;
import org.extenddb.core.storage.StoredAccessKey;
import org.jspecify.annotations.Nullable;

/** One account's identities in memory. */
final class MemoryAccount implements AccountIdentities {
    private final AccountId account;
    private final MemoryAccessKeyStore keys;
    private final Map<String, Identity> identities = new HashMap<>();
    private final Map<String, ManagedPolicy> policies = new HashMap<>();
    private final Map<String, LoginProfile> logins = new HashMap<>();
    private final Map<String, RoleUse> roleUses = new HashMap<>();
    private final Map<String, @Nullable StoredAccessKey> changedKeys = new HashMap<>();
    private @Nullable Account details;

    MemoryAccount(AccountId account, MemoryAccessKeyStore keys) {
        this.account = account;
        this.keys = keys;
    }

    static MemoryAccount of(AccountId id, String name, MemoryAccessKeyStore keys) {
        MemoryAccount account = new MemoryAccount(id, keys);
        account.details = Account.of(id, name, UniqueIds.wholeSecond(Instant.now()));
        return account;
    }

    MemoryAccount copy() {
        MemoryAccount copy = new MemoryAccount(account, keys);
        copy.details = details;
        copy.identities.putAll(identities);
        copy.policies.putAll(policies);
        copy.logins.putAll(logins);
        copy.roleUses.putAll(roleUses);
        return copy;
    }

    void publishKeys() {
        changedKeys.forEach((id, key) -> {
            if (key == null) {
                keys.keys.remove(id);
            } else {
                keys.keys.put(id, key);
            }
        });
        changedKeys.clear();
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public @Nullable Account details() {
        return details;
    }

    @Override
    public void save(Account changed) {
        details = changed;
    }

    @Override
    public @Nullable Identity find(IdentityKind kind, String name) {
        return ofKind(kind)
                .filter(it -> it.name().equalsIgnoreCase(name))
                .findAny()
                .orElse(null);
    }

    @Override
    public @Nullable Identity findById(String id) {
        return identities.get(id);
    }

    @Override
    public List<Identity> list(IdentityKind kind, Listing listing) {
        return page(ofKind(kind), Identity::path, Identity::name, listing);
    }

    @Override
    public List<Identity> members(String groupId, Listing listing) {
        Stream<Identity> members =
                identities.values().stream().filter(it -> it.groupIds().contains(groupId));
        return page(members, Identity::path, Identity::name, listing);
    }

    @Override
    public List<Identity> having(String policyArn) {
        return identities.values().stream()
                .filter(it -> it.grants().attachedPolicies().contains(policyArn)
                        || policyArn.equals(it.grants().boundaryArn()))
                .sorted(Comparator.comparing(Identity::kind).thenComparing(Identity::name))
                .toList();
    }

    @Override
    public void insert(Identity identity) {
        identities.put(identity.id(), identity);
    }

    @Override
    public void save(Identity identity) {
        Objects.requireNonNull(identities.replace(identity.id(), identity));
    }

    @Override
    public void delete(Identity identity) {
        identities.remove(identity.id());
    }

    @Override
    public @Nullable ManagedPolicy findPolicy(String name) {
        return policies.values().stream()
                .filter(it -> it.name().equalsIgnoreCase(name))
                .findAny()
                .orElse(null);
    }

    @Override
    public List<ManagedPolicy> policies(Collection<String> arns) {
        return policies.values().stream().filter(it -> arns.contains(it.arn())).toList();
    }

    @Override
    public List<ManagedPolicy> listPolicies(Listing listing) {
        return page(policies.values().stream(), ManagedPolicy::path, ManagedPolicy::name, listing);
    }

    @Override
    public void insert(ManagedPolicy policy) {
        policies.put(policy.id(), policy);
    }

    @Override
    public void save(ManagedPolicy policy) {
        Objects.requireNonNull(policies.replace(policy.id(), policy));
    }

    @Override
    public void delete(ManagedPolicy policy) {
        policies.remove(policy.id());
    }

    @Override
    public List<StoredAccessKey> accessKeys(@Nullable String identityId) {
        return keys.keys.values().stream()
                .filter(it -> it.account().equals(account) && Objects.equals(it.identityId(), identityId))
                .sorted(Comparator.comparing(StoredAccessKey::createdAt).thenComparing(StoredAccessKey::accessKeyId))
                .toList();
    }

    @Override
    public List<StoredAccessKey> accessKeys() {
        return keys.keys.values().stream()
                .filter(it -> it.account().equals(account))
                .sorted(Comparator.comparing(StoredAccessKey::accessKeyId))
                .toList();
    }

    @Override
    public @Nullable StoredAccessKey accessKey(String accessKeyId) {
        StoredAccessKey key = keys.find(accessKeyId);
        return key == null || !key.account().equals(account) ? null : key;
    }

    @Override
    public @Nullable AccessKeyUse lastUse(String accessKeyId) {
        return keys.uses.get(accessKeyId);
    }

    @Override
    public @Nullable RoleUse lastRoleUse(String roleId) {
        return roleUses.get(roleId);
    }

    void used(RoleUse use) {
        roleUses.merge(use.roleId(), use, (one, other) -> one.usedAt().isAfter(other.usedAt()) ? one : other);
    }

    @Override
    public void insert(StoredAccessKey key) {
        changedKeys.put(key.accessKeyId(), key);
    }

    @Override
    public void save(StoredAccessKey key) {
        changedKeys.put(key.accessKeyId(), key);
    }

    @Override
    public void delete(StoredAccessKey key) {
        changedKeys.put(key.accessKeyId(), null);
    }

    @Override
    public @Nullable LoginProfile loginProfile(String identityId) {
        return logins.get(identityId);
    }

    @Override
    public void insert(LoginProfile profile) {
        logins.put(profile.identityId(), profile);
    }

    @Override
    public void save(LoginProfile profile) {
        Objects.requireNonNull(logins.replace(profile.identityId(), profile));
    }

    @Override
    public void delete(LoginProfile profile) {
        logins.remove(profile.identityId());
    }

    @Override
    public IdentityCounts counts() {
        return new IdentityCounts(
                (int) ofKind(IdentityKind.USER).count(),
                (int) ofKind(IdentityKind.GROUP).count(),
                (int) ofKind(IdentityKind.ROLE).count(),
                policies.size(),
                policies.values().stream().mapToInt(it -> it.versions().size()).sum());
    }

    private Stream<Identity> ofKind(IdentityKind kind) {
        return identities.values().stream().filter(it -> it.kind() == kind);
    }

    private static <T> List<T> page(
            Stream<T> all, Function<T, String> path, Function<T, String> name, Listing listing) {
        return all.filter(it -> path.apply(it).startsWith(listing.pathPrefix()))
                .filter(it -> name.apply(it).compareTo(listing.after()) > 0)
                .sorted(Comparator.comparing(name))
                .limit(listing.limit())
                .toList();
    }
}
