package org.extenddb.core.api.tag;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** One tag as sent. */
public record TagMembers(@Nullable String key, @Nullable String value) {
    /** Reads one element of Tags. */
    public static TagMembers decode(JsonInput in) {
        @Nullable String[] members = new @Nullable String[2];
        in.object((name, value) -> {
            switch (name) {
                case "Key" -> members[0] = value.string();
                case "Value" -> members[1] = value.string();
                default -> value.skip();
            }
        });
        return new TagMembers(members[0], members[1]);
    }
}
