package org.extenddb.core.api.table;

import java.util.List;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index of a request, as sent: to be created, or its throughput changed.
 *
 * @param capacity of global indexes alone
 */
public record IndexMembers(
        @Nullable String indexName,
        @Nullable List<KeySchemaElement> keySchema,
        @Nullable ProjectionMembers projection,
        CapacityMembers capacity) {
    public IndexMembers {
        keySchema = keySchema == null ? null : List.copyOf(keySchema);
    }

    static IndexMembers decode(JsonInput in) {
        Reader reader = new Reader();
        in.object(reader::member);
        return new IndexMembers(reader.indexName, reader.keySchema, reader.projection, reader.capacity.members());
    }

    private static final class Reader {
        private @Nullable String indexName;
        private @Nullable List<KeySchemaElement> keySchema;
        private @Nullable ProjectionMembers projection;
        private final CapacityMembers.Reader capacity = new CapacityMembers.Reader();

        void member(String name, JsonInput in) {
            switch (name) {
                case "IndexName" -> indexName = in.string();
                case "KeySchema" -> keySchema = in.list(KeySchemaElement::decode);
                case "Projection" -> projection = ProjectionMembers.decode(in);
                default -> {
                    if (!capacity.member(name, in)) {
                        in.skip();
                    }
                }
            }
        }
    }
}
