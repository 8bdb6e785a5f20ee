package org.extenddb.engine.tag;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.tag.TagCodec;
import org.extenddb.core.api.tag.TagRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTag;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;

/** Takes tags from a table; those it does not have are no fault. */
@SingleInstance
public final class UntagResource implements Operation<TagRequest, UntagResource.Valid, Map<String, String>> {
    private static final String ACTION = "dynamodb:UntagResource";

    private final TaggedTables tables;

    @Inject
    public UntagResource(TaggedTables tables) {
        this.tables = tables;
    }

    @Override
    public OperationSpec<TagRequest, Map<String, String>> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "UntagResource",
                ACTION,
                TagCodec::decodeUntag,
                TagCodec::encodeNothing);
    }

    /** What was sent, checked. */
    record Valid(TaggedResource resource, List<String> keys) {}

    @Override
    public Valid validate(TagRequest request) {
        TaggedResource resource = TaggedResource.of(request, "tagKeys", request.tagKeys());
        List<String> keys = Objects.requireNonNull(request.tagKeys());
        if (keys.isEmpty()) {
            throw DynamoDbException.validation(MessagesTag.NO_TAG_KEYS);
        }
        return new Valid(resource, Tags.keys(keys));
    }

    @Override
    public List<AccessRequest> resources(Valid request, RequestContext context) {
        return List.of(
                new AccessRequest(ACTION, request.resource().table(context).arn()));
    }

    @Override
    public Map<String, String> execute(Valid request, RequestContext context) {
        return tables.change(request.resource(), context, present -> {
            Map<String, String> rest = new LinkedHashMap<>(present);
            request.keys().forEach(rest::remove);
            return rest;
        });
    }
}
