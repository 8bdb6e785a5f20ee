package org.extenddb.core.api.tag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TagResource, UntagResource or ListTagsOfResource as sent: each has the members it needs.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html">TagResource</a>
 */
public record TagRequest(
        @Nullable String resourceArn,
        @Nullable List<TagMembers> tags,
        @Nullable List<String> tagKeys,
        @Nullable String nextToken) {
    public TagRequest {
        tags = tags == null ? null : List.copyOf(tags);
        tagKeys = tagKeys == null ? null : List.copyOf(tagKeys);
    }
}
