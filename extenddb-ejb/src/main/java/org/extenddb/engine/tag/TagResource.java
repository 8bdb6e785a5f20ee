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
import org.extenddb.engine.data.RequestTags;

/** Gives a table tags, or those it has new values. */
@SingleInstance
public final class TagResource extends TagChange {
    @Inject
    public TagResource(TaggedTables tables) {
        super("TagResource", TagCodec::decodeTag, tables);
    }

    @Override
    public Valid validate(TagRequest request) {
        TaggedResource resource = TaggedResource.of(request, "tags", request.tags());
        List<TagMembers> sent = Objects.requireNonNull(request.tags());
        if (sent.isEmpty()) {
            throw DynamoDbException.validation(MessagesTag.NO_TAGS);
        }
        Map<String, String> tags = Tags.of(sent);
        return new Valid(resource, RequestTags.given(tags), present -> {
            Map<String, String> merged = new LinkedHashMap<>(present);
            merged.putAll(tags);
            return Tags.limited(merged);
        });
    }
}
