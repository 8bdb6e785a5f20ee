package org.extenddb.core.api.tag;

import java.util.List;
import java.util.Map;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** The operations on tags on the wire. */
public final class TagCodec {
    private @Nullable String resourceArn;
    private @Nullable List<TagMembers> tags;
    private @Nullable List<String> tagKeys;
    private @Nullable String nextToken;

    private TagCodec() {}

    /** Reads TagResource's request object. */
    public static TagRequest decodeTag(JsonInput in) {
        return new TagCodec().read(in, "Tags");
    }

    /** Reads UntagResource's request object. */
    public static TagRequest decodeUntag(JsonInput in) {
        return new TagCodec().read(in, "TagKeys");
    }

    /** Reads ListTagsOfResource's request object. */
    public static TagRequest decodeList(JsonInput in) {
        return new TagCodec().read(in, "NextToken");
    }

    private TagRequest read(JsonInput in, String second) {
        in.object((name, value) -> {
            if (name.equals("ResourceArn")) {
                resourceArn = value.string();
            } else if (name.equals(second)) {
                member(name, value);
            }
        });
        return new TagRequest(resourceArn, tags, tagKeys, nextToken);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "Tags" -> tags = in.list(TagMembers::decode);
            case "TagKeys" -> tagKeys = in.list(JsonInput::string);
            default -> nextToken = in.string();
        }
    }

    /** DynamoDB answers a change of tags with an empty body. */
    public static void encodeNothing(Map<String, String> tags, JsonOutput out) {
        // nothing
    }

    /** Writes ListTagsOfResource's response object. */
    public static void encodeList(Map<String, String> tags, JsonOutput out) {
        out.beginObject().member("Tags").beginArray();
        tags.forEach((key, value) -> out.beginObject()
                .member("Key")
                .string(key)
                .member("Value")
                .string(value)
                .endObject());
        out.endArray().endObject();
    }
}
