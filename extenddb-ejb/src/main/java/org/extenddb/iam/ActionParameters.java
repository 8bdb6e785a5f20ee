package org.extenddb.iam;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of an action, named as forms name them: {@code TagKeys.member.1}. What is null is left out. */
public final class ActionParameters {
    private final Map<String, String> values = new HashMap<>();

    public static ActionParameters of(String name, @Nullable String value) {
        return new ActionParameters().with(name, value);
    }

    public ActionParameters with(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
        return this;
    }

    public ActionParameters list(String name, @Nullable Collection<String> elements) {
        if (elements != null) {
            int i = 0;
            for (String element : elements) {
                values.put(name + ".member." + ++i, element);
            }
        }
        return this;
    }

    public ActionParameters tags(@Nullable Map<String, String> tags) {
        if (tags != null) {
            int i = 0;
            for (Map.Entry<String, String> tag : tags.entrySet()) {
                values.put("Tags.member." + ++i + ".Key", tag.getKey());
                values.put("Tags.member." + i + ".Value", tag.getValue());
            }
        }
        return this;
    }

    public Map<String, String> values() {
        return Map.copyOf(values);
    }
}
