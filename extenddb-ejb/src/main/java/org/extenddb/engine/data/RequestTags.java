package org.extenddb.engine.data;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.iam.AccessDetails;
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
        if (key.startsWith(TAG)) {
            for (Map.Entry<String, String> tag : tags.entrySet()) {
                if (tag.getKey().equalsIgnoreCase(key.substring(TAG.length()))) {
                    return List.of(tag.getValue());
                }
            }
        }
        return null;
    }
}
