package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** StreamSpecification as sent. */
public record StreamMembers(
        @Nullable Boolean streamEnabled, @Nullable String streamViewType) {
    static @Nullable StreamMembers decode(JsonInput in) {
        Reader reader = new Reader();
        return in.object(reader::member) ? new StreamMembers(reader.enabled, reader.viewType) : null;
    }

    private static final class Reader {
        private @Nullable Boolean enabled;
        private @Nullable String viewType;

        void member(String name, JsonInput in) {
            switch (name) {
                case "StreamEnabled" -> enabled = in.bool();
                case "StreamViewType" -> viewType = in.string();
                default -> in.skip();
            }
        }
    }
}
