package org.extenddb.engine.tag;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.extenddb.core.api.tag.TagCodec;
import org.extenddb.core.api.tag.TagRequest;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.wire.RequestDecoder;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.RequestTags;

/** An operation that changes the tags of a table and answers nothing. */
abstract class TagChange implements Operation<TagRequest, TagChange.Valid, Map<String, String>> {
    private final String name;
    private final RequestDecoder<TagRequest> decoder;
    private final TaggedTables tables;

    TagChange(String name, RequestDecoder<TagRequest> decoder, TaggedTables tables) {
        this.name = name;
        this.decoder = decoder;
        this.tables = tables;
    }

    /** What was sent, checked. */
    record Valid(TaggedResource resource, RequestTags asked, UnaryOperator<Map<String, String>> change) {}

    @Override
    public OperationSpec<TagRequest, Map<String, String>> spec() {
        return new OperationSpec<>(OperationSpec.Service.DYNAMODB, name, action(), decoder, TagCodec::encodeNothing);
    }

    @Override
    public List<AccessRequest> resources(Valid request, RequestContext context) {
        return List.of(
                new AccessRequest(action(), request.resource().table(context).arn(), request.asked()));
    }

    @Override
    public Map<String, String> execute(Valid request, RequestContext context) {
        return tables.change(request.resource(), context, request.change());
    }

    private String action() {
        return "dynamodb:" + name;
    }
}
