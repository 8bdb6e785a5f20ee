package org.extenddb.engine.tag;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.tag.TagCodec;
import org.extenddb.core.api.tag.TagRequest;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;

/** Lists all tags of a table; there are never so many that they would need a second page. */
@SingleInstance
public final class ListTagsOfResource implements Operation<TagRequest, TaggedResource, Map<String, String>> {
    static final String ACTION = "dynamodb:ListTagsOfResource";

    private final TaggedTables tables;

    @Inject
    public ListTagsOfResource(TaggedTables tables) {
        this.tables = tables;
    }

    @Override
    public OperationSpec<TagRequest, Map<String, String>> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "ListTagsOfResource",
                ACTION,
                TagCodec::decodeList,
                TagCodec::encodeList);
    }

    @Override
    public TaggedResource validate(TagRequest request) {
        return TaggedResource.of(request, "", null);
    }

    @Override
    public List<AccessRequest> resources(TaggedResource resource, RequestContext context) {
        return List.of(new AccessRequest(ACTION, resource.table(context).arn()));
    }

    @Override
    public Map<String, String> execute(TaggedResource resource, RequestContext context) {
        return tables.find(resource, context);
    }
}
