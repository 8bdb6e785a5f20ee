package org.extenddb.core.iam;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tags as conditions see them: policies do not tell keys apart by case, and what has tags may. */
public final class TagValues {
    private TagValues() {}

    /**
     * The values of a key: several where there are keys that differ by case alone. An operator that is not made for several values allows
     * if all match, and denies if any does.
     *
     * @param key whatever the case of its letters
     * @return null when there is none
     */
    public static @Nullable List<String> of(Map<String, String> tags, String key) {
        TreeSet<String> values = new TreeSet<>();
        tags.forEach((name, value) -> {
            if (name.equalsIgnoreCase(key)) {
                values.add(value);
            }
        });
        return values.isEmpty() ? null : List.copyOf(values);
    }
}
