package org.extenddb.engine.policy;

import jakarta.inject.Inject;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.policy.ResourcePolicyCodec;
import org.extenddb.core.api.policy.ResourcePolicyRequest;
import org.extenddb.core.api.policy.ResourcePolicyResponse;
import org.extenddb.core.model.ResourcePolicy;
import org.extenddb.engine.RequestContext;

/** Takes the policy from a table; that there is none is no fault. */
@SingleInstance
public final class DeleteResourcePolicy extends ResourcePolicyOperation {
    private final TablePolicies policies;

    @Inject
    public DeleteResourcePolicy(TablePolicies policies) {
        super("DeleteResourcePolicy", ResourcePolicyCodec::decodeDelete);
        this.policies = policies;
    }

    @Override
    public ResourcePolicyResponse execute(ResourcePolicyRequest request, RequestContext context) {
        ResourcePolicy gone = policies.change(request, context, present -> null).before();
        return new ResourcePolicyResponse(null, gone == null ? null : gone.revisionId());
    }
}
