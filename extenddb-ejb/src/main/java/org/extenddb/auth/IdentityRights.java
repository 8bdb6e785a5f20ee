package org.extenddb.auth;

import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.iam.TrustPolicy;
import org.extenddb.core.identity.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A user or role with all its policies, its groups' included, compiled.
 *
 * @param trust null unless it is a role
 */
public record IdentityRights(
        Identity identity,
        PrincipalPolicies policies,
        @Nullable TrustPolicy trust) {}
