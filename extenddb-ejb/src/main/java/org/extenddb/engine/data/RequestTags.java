package org.extenddb.engine.data;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.iam.AccessDetails;
import org.extenddb.core.iam.TagValues;
import org.jspecify.annotations.Nullable;

/**
 * The tags that a request wants to give or take, as policies see them.
 *
 * @param keys of all of them
 * @param tags those that it gives
 */
public record RequestTags(Set<String> keys, Map<String, String> tags) implements AccessDetails {
    private static final String TAG = "aws:requesttag/";

    public static RequestTags given(Map<String, String> tags) {
        return new RequestTags(tags.keySet(), tags);
    }

    @Override
    public @Nullable List<String> values(String key) {
        if (key.equals("aws:tagkeys")) {
            return List.copyOf(keys);
        }
        return key.startsWith(TAG) ? TagValues.of(tags, key.substring(TAG.length())) : null;
    }
}
