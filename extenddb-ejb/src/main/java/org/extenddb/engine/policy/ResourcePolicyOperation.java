package org.extenddb.engine.policy;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.extenddb.core.api.policy.ResourcePolicyCodec;
import org.extenddb.core.api.policy.ResourcePolicyRequest;
import org.extenddb.core.api.policy.ResourcePolicyResponse;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesResourcePolicy;
import org.extenddb.core.error.MessagesTag;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.core.wire.RequestDecoder;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;

/** What the operations on policies of tables and streams have in common. */
abstract class ResourcePolicyOperation
        implements Operation<ResourcePolicyRequest, ResourcePolicyRequest, ResourcePolicyResponse> {
    private static final int MAX_ARN = 1283;
    private static final int MAX_REVISION = 255;
    private static final Pattern OURS = Pattern.compile("arn:aws[a-z-]*:dynamodb:[^:]*:[^:]*:table/.*");

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
        String text = Objects.requireNonNull(arn);
        require(text.startsWith("arn:"), MessagesTag.notAnArn(text));
        require(OURS.matcher(text).matches() && !text.contains("/backup/"), MessagesTag.notOurs(text));
        require(!text.contains("/index/"), MessagesTag.neitherTableNorStream(text));
        require(
                PolicyTarget.isStream(text) || TableNames.accountOf(text) != null,
                MessagesResourcePolicy.notATable(text));
    }

    private static void require(boolean condition, String refusal) {
        if (!condition) {
            throw DynamoDbException.validation(refusal);
        }
    }

    @Override
    public List<AccessRequest> resources(ResourcePolicyRequest request, RequestContext context) {
        return List.of(
                new AccessRequest("dynamodb:" + name, target(request, context).arn()));
    }

    static PolicyTarget target(ResourcePolicyRequest request, RequestContext context) {
        return PolicyTarget.of(arn(request), context);
    }

    static String arn(ResourcePolicyRequest request) {
        return Objects.requireNonNull(request.resourceArn());
    }
}
