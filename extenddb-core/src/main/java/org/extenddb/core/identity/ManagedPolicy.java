package org.extenddb.core.identity;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A managed policy: one that several identities may have.
 *
 * @param account null for those that everybody has, AWS's own
 * @param lastVersion the number given last: numbers of deleted versions do not come again
 * @param versions by number; at least the default one
 */
public record ManagedPolicy(
        String id,
        @Nullable AccountId account,
        String path,
        String name,
        @Nullable String description,
        Instant createdAt,
        Instant updatedAt,
        int defaultVersion,
        int lastVersion,
        SortedMap<Integer, Version> versions,
        SortedMap<String, String> tags) {
    /** More are refused. */
    public static final int MAX_VERSIONS = 5;

    public ManagedPolicy {
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** A version's document as sent. */
    public record Version(String document, Instant createdAt) {}

    /** A new one with its first version. */
    public static ManagedPolicy of(
            AccountId account, String path, String name, @Nullable String description, String document) {
        Instant now = UniqueIds.wholeSecond(Instant.now());
        return new ManagedPolicy(
                UniqueIds.of(UniqueIds.POLICY),
                account,
                path,
                name,
                description,
                now,
                now,
                1,
                1,
                new TreeMap<>(Map.of(1, new Version(document, now))),
                new TreeMap<>());
    }

    public String arn() {
        return "arn:aws:iam::" + (account == null ? "aws" : account.value()) + ":policy" + path + name;
    }

    /** The document that counts. */
    public String document() {
        Version version = versions.get(defaultVersion);
        if (version == null) {
            throw new IllegalStateException("policy " + id + " has no default version");
        }
        return version.document();
    }

    /** Adds a version with the next number. */
    public ManagedPolicy withVersion(String document, boolean asDefault) {
        int next = lastVersion + 1;
        Instant now = UniqueIds.wholeSecond(Instant.now());
        SortedMap<Integer, Version> changed = new TreeMap<>(versions);
        changed.put(next, new Version(document, now));
        return new ManagedPolicy(
                id,
                account,
                path,
                name,
                description,
                createdAt,
                asDefault ? now : updatedAt,
                asDefault ? next : defaultVersion,
                next,
                changed,
                tags);
    }

    public ManagedPolicy withoutVersion(int number) {
        SortedMap<Integer, Version> changed = new TreeMap<>(versions);
        changed.remove(number);
        return new ManagedPolicy(
                id, account, path, name, description, createdAt, updatedAt, defaultVersion, lastVersion, changed, tags);
    }

    public ManagedPolicy withDefault(int number) {
        Instant now = UniqueIds.wholeSecond(Instant.now());
        return new ManagedPolicy(
                id, account, path, name, description, createdAt, now, number, lastVersion, versions, tags);
    }

    public ManagedPolicy withTags(Map<String, String> newTags) {
        return new ManagedPolicy(
                id,
                account,
                path,
                name,
                description,
                createdAt,
                updatedAt,
                defaultVersion,
                lastVersion,
                versions,
                new TreeMap<>(newTags));
    }
}
