package org.extenddb.engine.policy;

import jakarta.inject.Inject;
import java.time.Clock;
import org.extenddb.auth.PrincipalIds;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.iam.MalformedPolicyException;
import org.extenddb.core.model.ResourcePolicy;
import org.jspecify.annotations.Nullable;

/** Policies of tables as they are kept: bound to those whom they name. */
@SingleInstance
public final class BoundPolicies {
    private final PrincipalIds principals;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public BoundPolicies(PrincipalIds principals) {
        this.principals = principals;
    }

    /**
     * The policy with this text; the present one where it is the same.
     *
     * @throws org.extenddb.core.error.DynamoDbException ValidationException when it names a user or role that is not there
     */
    public ResourcePolicy of(String text, @Nullable ResourcePolicy present) {
        String bound = bound(text);
        if (present != null && present.text().equals(bound)) {
            return present;
        }
        long now = clock.millis();
        long next = present == null ? now : Math.max(now, Long.parseLong(present.revisionId()) + 1);
        return new ResourcePolicy(bound, Long.toString(next));
    }

    /** The text for people. */
    String text(ResourcePolicy policy) {
        return principals.shown(policy.text());
    }

    private String bound(String text) {
        try {
            return principals.bound(text);
        } catch (MalformedPolicyException e) {
            throw PolicyTexts.invalid(e);
        }
    }
}
