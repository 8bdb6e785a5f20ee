package org.extenddb.core.iam;

/** What a document is attached to, which decides the elements it has. */
public enum PolicyUse {
    /** To a user, group or role, as its boundary, or to a session: says nothing of principals. */
    IDENTITY(10_240),
    /** To a resource: names principals and resources. */
    RESOURCE(20_480),
    /** To a role: names principals; the resource is the role. */
    TRUST(2_048);

    /** White space does not count to quotas, but there is an end to it. */
    private static final int RAW_PER_QUOTA = 4;

    private final int quota;

    PolicyUse(int quota) {
        this.quota = quota;
    }

    /** The most characters a document may have, white space included. */
    int maxLength() {
        return RAW_PER_QUOTA * quota;
    }
}
