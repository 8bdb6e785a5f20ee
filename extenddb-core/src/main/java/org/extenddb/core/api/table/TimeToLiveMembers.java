package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** TimeToLiveSpecification as sent. */
public record TimeToLiveMembers(
        @Nullable Boolean enabled, @Nullable String attributeName) {
    static @Nullable TimeToLiveMembers decode(JsonInput in) {
        Reader reader = new Reader();
        return in.object(reader::member) ? new TimeToLiveMembers(reader.enabled, reader.attributeName) : null;
    }

    private static final class Reader {
        private @Nullable Boolean enabled;
        private @Nullable String attributeName;

        void member(String name, JsonInput in) {
            switch (name) {
                case "Enabled" -> enabled = in.bool();
                case "AttributeName" -> attributeName = in.string();
                default -> in.skip();
            }
        }
    }
}
