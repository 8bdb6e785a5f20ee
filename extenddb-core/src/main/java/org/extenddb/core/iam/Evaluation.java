package org.extenddb.core.iam;

import org.extenddb.core.iam.match.ContextKeys;
import org.jspecify.annotations.Nullable;

/**
 * One decision. An explicit denial anywhere wins; then something has to allow.
 *
 * @param guard the policy of the resource or of the role; null when it has none
 * @param guardType what the guard is
 */
record Evaluation(
        Caller caller,
        AccessRequest access,
        ContextKeys keys,
        @Nullable StatementIndex guard,
        PolicyType guardType) {
    Decision decide() {
        PolicyType denying = explicitlyDenying();
        if (denying != null) {
            return denied(true, denying);
        }
        Grant grant = guard == null
                ? Grant.NONE
                : guard.about(access.action()).grantTo(caller.principal(), access.resource(), keys);
        boolean trust = guardType == PolicyType.TRUST;
        boolean own = ResourceArn.isOf(caller.account(), access.resource());
        if (grant == Grant.NONE && (trust || !own)) {
            return denied(false, guardType);
        }
        if (own && grant == Grant.DIRECT) {
            return Decision.Allowed.DECISION;
        }
        return own && grant == Grant.LIMITED ? limited() : byIdentity();
    }

    private @Nullable PolicyType explicitlyDenying() {
        PrincipalPolicies policies = caller.policies();
        if (denies(policies.identityIndex())) {
            return PolicyType.IDENTITY;
        }
        if (denies(policies.boundaryIndex())) {
            return PolicyType.BOUNDARY;
        }
        if (denies(policies.sessionIndex())) {
            return PolicyType.SESSION;
        }
        return denies(guard) ? guardType : null;
    }

    private Decision byIdentity() {
        if (caller.principal() instanceof Principal.Root) {
            return Decision.Allowed.DECISION;
        }
        return allows(caller.policies().identityIndex()) ? limited() : denied(false, PolicyType.IDENTITY);
    }

    /** What has been allowed elsewhere, as far as boundary and session let it. */
    private Decision limited() {
        StatementIndex boundary = caller.policies().boundaryIndex();
        if (boundary != null && !allows(boundary)) {
            return denied(false, PolicyType.BOUNDARY);
        }
        StatementIndex session = caller.policies().sessionIndex();
        boolean needsSession = caller.principal() instanceof Principal.FederatedUser;
        if (session == null ? needsSession : !allows(session)) {
            return denied(false, PolicyType.SESSION);
        }
        return Decision.Allowed.DECISION;
    }

    private boolean denies(@Nullable StatementIndex statements) {
        return statements != null
                && !statements.isEmpty()
                && statements.about(access.action()).deny(caller.principal(), access.resource(), keys);
    }

    private boolean allows(StatementIndex statements) {
        return statements.about(access.action()).allow(access.resource(), keys);
    }

    private Decision denied(boolean explicit, PolicyType by) {
        return new Decision.Denied(caller.arn(), access.action(), access.resource(), explicit, by);
    }
}
