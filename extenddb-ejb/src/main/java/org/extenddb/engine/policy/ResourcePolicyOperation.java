package org.extenddb.engine.policy;

import java.util.List;
import java.util.Objects;
import org.extenddb.core.api.policy.ResourcePolicyCodec;
import org.extenddb.core.api.policy.ResourcePolicyRequest;
import org.extenddb.core.api.policy.ResourcePolicyResponse;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesResourcePolicy;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.core.wire.RequestDecoder;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;

/** What the operations on policies of tables have in common. */
abstract class ResourcePolicyOperation
        implements Operation<ResourcePolicyRequest, ResourcePolicyRequest, ResourcePolicyResponse> {
    private static final int MAX_ARN = 1283;
    private static final int MAX_REVISION = 255;

    private final String name;
    private final RequestDecoder<ResourcePolicyRequest> decoder;

    ResourcePolicyOperation(String name, RequestDecoder<ResourcePolicyRequest> decoder) {
        this.name = name;
        this.decoder = decoder;
    }

    @Override
    public final OperationSpec<ResourcePolicyRequest, ResourcePolicyResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB, name, "dynamodb:" + name, decoder, ResourcePolicyCodec::encode);
    }

    @Override
    public ResourcePolicyRequest validate(ResourcePolicyRequest request) {
        check(request, new Violations());
        return request;
    }

    final void check(ResourcePolicyRequest request, Violations violations) {
        String arn = request.resourceArn();
        violations
                .required("resourceArn", arn)
                .length("resourceArn", arn, 1, MAX_ARN)
                .length("expectedRevisionId", request.expectedRevisionId(), 1, MAX_REVISION)
                .check();
        if (arn == null || TableNames.accountOf(arn) == null) {
            throw DynamoDbException.validation(MessagesResourcePolicy.notATable(String.valueOf(arn)));
        }
    }

    @Override
    public List<AccessRequest> resources(ResourcePolicyRequest request, RequestContext context) {
        return List.of(new AccessRequest(
                "dynamodb:" + name, context.table(arn(request)).arn()));
    }

    static String arn(ResourcePolicyRequest request) {
        return Objects.requireNonNull(request.resourceArn());
    }
}
