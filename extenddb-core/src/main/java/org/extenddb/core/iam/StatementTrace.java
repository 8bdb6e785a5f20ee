package org.extenddb.core.iam;

import org.jspecify.annotations.Nullable;

/**
 * What one statement has to say about a request.
 *
 * @param policy the policy's name
 * @param statement its Sid, or its place in the policy
 * @param allow whether its effect is Allow
 * @param condition the first condition that does not hold, as operator and key; null when none is to blame
 */
public record StatementTrace(
        PolicyType type,
        String policy,
        String statement,
        boolean allow,
        Outcome outcome,
        @Nullable String condition) {
    /** Whether it is about the request, or the first reason why not. */
    public enum Outcome {
        MATCHED,
        OTHER_PRINCIPAL,
        OTHER_ACTION,
        OTHER_RESOURCE,
        CONDITION_FAILED
    }

    public boolean matched() {
        return outcome == Outcome.MATCHED;
    }
}
