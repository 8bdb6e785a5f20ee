package org.extenddb.core.identity;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an identity has of policies.
 *
 * @param inlinePolicies documents as sent, by name
 * @param attachedPolicies ARNs of managed policies
 * @param boundaryArn the managed policy that bounds it; null where there is none
 */
public record Grants(
        SortedMap<String, String> inlinePolicies,
        SortedSet<String> attachedPolicies,
        @Nullable String boundaryArn) {
    public static final Grants NONE = new Grants(new TreeMap<>(), new TreeSet<>(), null);

    public Grants {
        inlinePolicies = Collections.unmodifiableSortedMap(new TreeMap<>(inlinePolicies));
        attachedPolicies = Collections.unmodifiableSortedSet(new TreeSet<>(attachedPolicies));
    }

    public Grants withInline(String name, String document) {
        SortedMap<String, String> changed = new TreeMap<>(inlinePolicies);
        changed.put(name, document);
        return new Grants(changed, attachedPolicies, boundaryArn);
    }

    public Grants withoutInline(String name) {
        SortedMap<String, String> changed = new TreeMap<>(inlinePolicies);
        changed.remove(name);
        return new Grants(changed, attachedPolicies, boundaryArn);
    }

    public Grants attaching(String policyArn) {
        SortedSet<String> changed = new TreeSet<>(attachedPolicies);
        changed.add(policyArn);
        return new Grants(inlinePolicies, changed, boundaryArn);
    }

    public Grants detaching(String policyArn) {
        SortedSet<String> changed = new TreeSet<>(attachedPolicies);
        changed.remove(policyArn);
        return new Grants(inlinePolicies, changed, boundaryArn);
    }

    public Grants boundedBy(@Nullable String newBoundaryArn) {
        return new Grants(inlinePolicies, attachedPolicies, newBoundaryArn);
    }
}
