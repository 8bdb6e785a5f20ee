package org.extenddb.engine.policy;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.policy.ResourcePolicyCodec;
import org.extenddb.core.api.policy.ResourcePolicyRequest;
import org.extenddb.core.api.policy.ResourcePolicyResponse;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.ResourcePolicy;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.RequestContext;

/** Attaches a policy to a table, in place of the one it has. Nobody shuts itself out by it unless it says so. */
@SingleInstance
public final class PutResourcePolicy extends ResourcePolicyOperation {
    private final TablePolicies policies;
    private final BoundPolicies bound;

    @Inject
    public PutResourcePolicy(TablePolicies policies, BoundPolicies bound) {
        super("PutResourcePolicy", ResourcePolicyCodec::decodePut);
        this.policies = policies;
        this.bound = bound;
    }

    @Override
    public ResourcePolicyRequest validate(ResourcePolicyRequest request) {
        check(request, new Violations().required("policy", request.policy()));
        PolicyTexts.check(request.policy());
        return request;
    }

    @Override
    public List<AccessRequest> resources(ResourcePolicyRequest request, RequestContext context) {
        List<AccessRequest> accesses = new ArrayList<>(super.resources(request, context));
        if (!request.confirmRemoveSelfResourceAccess()) {
            AccessRequest put = accesses.get(0);
            accesses.add(new AccessRequest(
                    put.action(), put.resource(), PolicyTexts.proposed(put.resource(), text(request))));
        }
        return accesses;
    }

    @Override
    public ResourcePolicyResponse execute(ResourcePolicyRequest request, RequestContext context) {
        ResourcePolicy put = policies.change(request, context, present -> bound.of(text(request), present))
                .after();
        return new ResourcePolicyResponse(null, put == null ? null : put.revisionId());
    }

    private static String text(ResourcePolicyRequest request) {
        return String.valueOf(request.policy());
    }
}
