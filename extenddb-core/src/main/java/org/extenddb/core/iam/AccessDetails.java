package org.extenddb.core.iam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policies can ask about one {@link AccessRequest}. Each answer is computed when a policy asks for it, so that requests which
 * meet no such policy pay nothing.
 */
public interface AccessDetails {
    AccessDetails NONE = new AccessDetails() {};

    /** The policy that is attached to the resource; null when there is none. */
    default @Nullable NamedPolicy resourcePolicy() {
        return null;
    }

    /**
     * The values of a condition key of the service or the resource: {@code dynamodb:*}, {@code sts:*}, {@code iam:*},
     * {@code aws:RequestTag/...}, {@code aws:ResourceTag/...}, {@code aws:TagKeys}. Global keys of principal and request are
     * known elsewhere.
     *
     * @param key in lower case
     * @return null when the request has no such key
     */
    default @Nullable List<String> values(String key) {
        return null;
    }

    /**
     * Whether the request touches more than the values of a key tell, as a Scan meets every partition key.
     *
     * @param key in lower case
     */
    default boolean isUnbounded(String key) {
        return false;
    }
}
