package org.extenddb.engine.tag;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.tag.TagCodec;
import org.extenddb.core.api.tag.TagRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTag;
import org.extenddb.engine.data.RequestTags;

/** Takes tags from a table; those it does not have are no fault. */
@SingleInstance
public final class UntagResource extends TagChange {
    @Inject
    public UntagResource(TaggedTables tables) {
        super("UntagResource", TagCodec::decodeUntag, tables);
    }

    @Override
    public Valid validate(TagRequest request) {
        TaggedResource resource = TaggedResource.of(request, "tagKeys", request.tagKeys());
        List<String> sent = Objects.requireNonNull(request.tagKeys());
        if (sent.isEmpty()) {
            throw DynamoDbException.validation(MessagesTag.NO_TAG_KEYS);
        }
        List<String> keys = Tags.keys(sent);
        return new Valid(resource, new RequestTags(Set.copyOf(keys), Map.of()), present -> {
            Map<String, String> rest = new LinkedHashMap<>(present);
            keys.forEach(rest::remove);
            return rest;
        });
    }
}
