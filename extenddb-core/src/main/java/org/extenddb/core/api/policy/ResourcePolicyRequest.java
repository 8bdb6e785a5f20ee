package org.extenddb.core.api.policy;

import org.jspecify.annotations.Nullable;

/**
 * An operation on the policy of a resource as sent: each has the members it needs.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutResourcePolicy.html">PutResourcePolicy</a>
 */
public record ResourcePolicyRequest(
        @Nullable String resourceArn,
        @Nullable String policy,
        @Nullable String expectedRevisionId,
        boolean confirmRemoveSelfResourceAccess) {}
