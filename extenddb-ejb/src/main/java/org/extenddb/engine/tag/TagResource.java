package org.extenddb.engine.tag;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.tag.TagCodec;
import org.extenddb.core.api.tag.TagMembers;
import org.extenddb.core.api.tag.TagRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTag;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;

/** Gives a table tags, or those it has new values. */
@SingleInstance
public final class TagResource implements Operation<TagRequest, TagResource.Valid, Map<String, String>> {
    private static final String ACTION = "dynamodb:TagResource";

    private final TaggedTables tables;

    @Inject
    public TagResource(TaggedTables tables) {
        this.tables = tables;
    }

    @Override
    public OperationSpec<TagRequest, Map<String, String>> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB, "TagResource", ACTION, TagCodec::decodeTag, TagCodec::encodeNothing);
    }

    /** What was sent, checked. */
    record Valid(TaggedResource resource, Map<String, String> tags) {}

    @Override
    public Valid validate(TagRequest request) {
        TaggedResource resource = TaggedResource.of(request, "tags", request.tags());
        List<TagMembers> tags = Objects.requireNonNull(request.tags());
        if (tags.isEmpty()) {
            throw DynamoDbException.validation(MessagesTag.NO_TAGS);
        }
        return new Valid(resource, Tags.of(tags));
    }

    @Override
    public List<AccessRequest> resources(Valid request, RequestContext context) {
        return List.of(
                new AccessRequest(ACTION, request.resource().table(context).arn()));
    }

    @Override
    public Map<String, String> execute(Valid request, RequestContext context) {
        return tables.change(request.resource(), context, present -> {
            Map<String, String> merged = new LinkedHashMap<>(present);
            merged.putAll(request.tags());
            return Tags.limited(merged);
        });
    }
}
