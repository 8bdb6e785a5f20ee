package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** One element of GlobalSecondaryIndexUpdates, as sent. */
public record GlobalIndexUpdate(
        @Nullable IndexMembers update,
        @Nullable IndexMembers create,
        @Nullable IndexMembers delete) {
    static GlobalIndexUpdate decode(JsonInput in) {
        Reader reader = new Reader();
        in.object(reader::member);
        return new GlobalIndexUpdate(reader.update, reader.create, reader.delete);
    }

    private static final class Reader {
        private @Nullable IndexMembers update;
        private @Nullable IndexMembers create;
        private @Nullable IndexMembers delete;

        void member(String name, JsonInput in) {
            switch (name) {
                case "Update" -> update = action(in);
                case "Create" -> create = action(in);
                case "Delete" -> delete = action(in);
                default -> in.skip();
            }
        }

        private static @Nullable IndexMembers action(JsonInput in) {
            return in.isNull() ? null : IndexMembers.decode(in);
        }
    }
}
