package org.extenddb.engine.policy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.policy.ResourcePolicyCodec;
import org.extenddb.core.api.policy.ResourcePolicyRequest;
import org.extenddb.core.api.policy.ResourcePolicyResponse;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesResourcePolicy;
import org.extenddb.core.iam.MalformedPolicyException;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.PolicyUse;
import org.extenddb.core.model.ResourcePolicy;
import org.extenddb.core.model.Utf8Length;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.RequestContext;
import org.jspecify.annotations.Nullable;

/** Attaches a policy to a table, in place of the one it has. */
@SingleInstance
public final class PutResourcePolicy extends ResourcePolicyOperation {
    /** White space included. */
    private static final int MAX_BYTES = 20 * 1024;

    /** What a resource has no use for, though it is an action of DynamoDB's. */
    private static final Set<String> NOT_OF_A_RESOURCE =
            Set.of("dynamodb:listtables", "dynamodb:liststreams", "dynamodb:describelimits");

    private final TablePolicies policies;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public PutResourcePolicy(TablePolicies policies) {
        super("PutResourcePolicy", ResourcePolicyCodec::decodePut);
        this.policies = policies;
    }

    @Override
    public ResourcePolicyRequest validate(ResourcePolicyRequest request) {
        String policy = request.policy();
        check(request, new Violations().required("policy", policy));
        if (policy == null || Utf8Length.of(policy) > MAX_BYTES) {
            throw DynamoDbException.validation(MessagesResourcePolicy.TOO_LARGE);
        }
        requireActionsOfResources(parse(policy));
        return request;
    }

    private static PolicyDocument parse(String policy) {
        try {
            return PolicyDocument.parse(policy, PolicyUse.RESOURCE);
        } catch (MalformedPolicyException e) {
            throw DynamoDbException.validation(MessagesResourcePolicy.invalid(e.getMessage()));
        }
    }

    private static void requireActionsOfResources(PolicyDocument policy) {
        Set<String> invalid = new TreeSet<>(policy.actionNames());
        invalid.removeIf(action -> action.startsWith("dynamodb:") && !NOT_OF_A_RESOURCE.contains(action));
        if (!invalid.isEmpty()) {
            throw DynamoDbException.validation(MessagesResourcePolicy.invalidActions(
                    invalid.stream().map(action -> '"' + action + '"').collect(Collectors.joining(", "))));
        }
    }

    @Override
    public ResourcePolicyResponse execute(ResourcePolicyRequest request, RequestContext context) {
        ResourcePolicy put = policies.change(request, context, present -> put(request, present))
                .after();
        return new ResourcePolicyResponse(null, put == null ? null : put.revisionId());
    }

    private @Nullable ResourcePolicy put(ResourcePolicyRequest request, @Nullable ResourcePolicy present) {
        String text = String.valueOf(request.policy());
        if (present != null && present.text().equals(text)) {
            return present;
        }
        long now = clock.millis();
        long next = present == null ? now : Math.max(now, Long.parseLong(present.revisionId()) + 1);
        return new ResourcePolicy(text, Long.toString(next));
    }
}
