package org.extenddb.core.api.policy;

import org.jspecify.annotations.Nullable;

/** What an operation on the policy of a resource answers; members that are null are left out. */
public record ResourcePolicyResponse(
        @Nullable String policy, @Nullable String revisionId) {}
