package org.extenddb.core.model;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a table and of its streams, each of which is a resource of its own.
 *
 * @param ofTable null when it has none
 * @param ofStreams by the streams' labels, see {@link TableStream#label}
 */
public record AttachedPolicies(@Nullable ResourcePolicy ofTable, Map<String, ResourcePolicy> ofStreams) {
    /** No policy at all. */
    public static final AttachedPolicies NONE = new AttachedPolicies(null, Map.of());

    public AttachedPolicies {
        ofStreams = Map.copyOf(ofStreams);
    }

    /** The policy of the table alone. */
    public static AttachedPolicies of(@Nullable ResourcePolicy ofTable) {
        return ofTable == null ? NONE : new AttachedPolicies(ofTable, Map.of());
    }

    /** @param stream a stream's label; null for the table itself */
    public @Nullable ResourcePolicy find(@Nullable String stream) {
        return stream == null ? ofTable : ofStreams.get(stream);
    }

    /** With another policy, or none, of the table or of one of its streams. */
    public AttachedPolicies with(@Nullable String stream, @Nullable ResourcePolicy policy) {
        if (stream == null) {
            return new AttachedPolicies(policy, ofStreams);
        }
        Map<String, ResourcePolicy> changed = new TreeMap<>(ofStreams);
        if (policy == null) {
            changed.remove(stream);
        } else {
            changed.put(stream, policy);
        }
        return new AttachedPolicies(ofTable, changed);
    }

    /** Without those of streams that are gone. */
    public AttachedPolicies withStreams(Predicate<String> isThere) {
        Map<String, ResourcePolicy> left = new TreeMap<>(ofStreams);
        left.keySet().removeIf(isThere.negate());
        return new AttachedPolicies(ofTable, left);
    }
}
