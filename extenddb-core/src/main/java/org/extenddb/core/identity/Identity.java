package org.extenddb.core.identity;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A user, group or role.
 *
 * @param id unique for ever, such as {@code AIDA...}: a later identity of the same name has another
 * @param path begins and ends with a slash
 * @param name unique among its kind in the account, whatever the case of its letters
 * @param groupIds the groups that a user is in; empty for others
 * @param role null unless it is a role
 */
public record Identity(
        String id,
        AccountId account,
        IdentityKind kind,
        String path,
        String name,
        Instant createdAt,
        SortedMap<String, String> tags,
        Grants grants,
        SortedSet<String> groupIds,
        @Nullable RoleSettings role) {
    public Identity {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        groupIds = Collections.unmodifiableSortedSet(new TreeSet<>(groupIds));
    }

    /** One that may do nothing yet. */
    public static Identity of(
            IdentityKind kind, AccountId account, String path, String name, @Nullable RoleSettings role) {
        return new Identity(
                UniqueIds.of(kind.idPrefix()),
                account,
                kind,
                path,
                name,
                UniqueIds.wholeSecond(Instant.now()),
                new TreeMap<>(),
                Grants.NONE,
                new TreeSet<>(),
                role);
    }

    public String arn() {
        return arn(account, kind, path + name);
    }

    /** @param pathAndName begins with a slash */
    public static String arn(AccountId account, IdentityKind kind, String pathAndName) {
        return "arn:aws:iam::" + account + ":" + kind.word() + pathAndName;
    }

    public Identity withName(String newPath, String newName) {
        return new Identity(id, account, kind, newPath, newName, createdAt, tags, grants, groupIds, role);
    }

    public Identity withTags(Map<String, String> newTags) {
        return new Identity(id, account, kind, path, name, createdAt, new TreeMap<>(newTags), grants, groupIds, role);
    }

    public Identity withGrants(Grants newGrants) {
        return new Identity(id, account, kind, path, name, createdAt, tags, newGrants, groupIds, role);
    }

    public Identity withGroups(SortedSet<String> newGroupIds) {
        return new Identity(id, account, kind, path, name, createdAt, tags, grants, newGroupIds, role);
    }

    public Identity withRole(RoleSettings newRole) {
        return new Identity(id, account, kind, path, name, createdAt, tags, grants, groupIds, newRole);
    }
}
