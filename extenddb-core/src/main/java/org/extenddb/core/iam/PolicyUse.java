package org.extenddb.core.iam;

/** What a document is attached to, which decides the elements it has. */
public enum PolicyUse {
    /** To a user, group or role, as its boundary, or to a session: says nothing of principals. */
    IDENTITY,
    /** To a resource: names principals and resources. */
    RESOURCE,
    /** To a role: names principals; the resource is the role. */
    TRUST
}
