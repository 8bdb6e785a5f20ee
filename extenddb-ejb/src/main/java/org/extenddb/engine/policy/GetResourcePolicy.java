package org.extenddb.engine.policy;

import jakarta.inject.Inject;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.policy.ResourcePolicyCodec;
import org.extenddb.core.api.policy.ResourcePolicyRequest;
import org.extenddb.core.api.policy.ResourcePolicyResponse;
import org.extenddb.core.model.ResourcePolicy;
import org.extenddb.engine.RequestContext;

/** Returns the policy of a table. */
@SingleInstance
public final class GetResourcePolicy extends ResourcePolicyOperation {
    private final TablePolicies policies;
    private final BoundPolicies bound;

    @Inject
    public GetResourcePolicy(TablePolicies policies, BoundPolicies bound) {
        super("GetResourcePolicy", ResourcePolicyCodec::decodeGet);
        this.policies = policies;
        this.bound = bound;
    }

    @Override
    public ResourcePolicyResponse execute(ResourcePolicyRequest request, RequestContext context) {
        ResourcePolicy policy = policies.find(request, context);
        if (policy == null) {
            throw TablePolicies.notFound(request);
        }
        return new ResourcePolicyResponse(bound.text(policy), policy.revisionId());
    }
}
