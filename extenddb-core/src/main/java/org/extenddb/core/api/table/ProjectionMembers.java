package org.extenddb.core.api.table;

import java.util.List;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** Projection as sent. */
public record ProjectionMembers(
        @Nullable String projectionType, @Nullable List<String> nonKeyAttributes) {
    public ProjectionMembers {
        nonKeyAttributes = nonKeyAttributes == null ? null : List.copyOf(nonKeyAttributes);
    }

    static @Nullable ProjectionMembers decode(JsonInput in) {
        Reader reader = new Reader();
        return in.object(reader::member) ? new ProjectionMembers(reader.projectionType, reader.nonKeyAttributes) : null;
    }

    private static final class Reader {
        private @Nullable String projectionType;
        private @Nullable List<String> nonKeyAttributes;

        void member(String name, JsonInput in) {
            switch (name) {
                case "ProjectionType" -> projectionType = in.string();
                case "NonKeyAttributes" -> nonKeyAttributes = in.list(JsonInput::string);
                default -> in.skip();
            }
        }
    }
}
