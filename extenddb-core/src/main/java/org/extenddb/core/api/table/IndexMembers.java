package org.extenddb.core.api.table;

import java.util.List;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index of a request, as sent: to be created, or its throughput changed.
 *
 * @param provisionedThroughput of global indexes alone
 */
public record IndexMembers(
        @Nullable String indexName,
        @Nullable List<KeySchemaElement> keySchema,
        @Nullable ProjectionMembers projection,
        @Nullable ThroughputMembers provisionedThroughput) {
    public IndexMembers {
        keySchema = keySchema == null ? null : List.copyOf(keySchema);
    }

    static IndexMembers decode(JsonInput in) {
        Reader reader = new Reader();
        in.object(reader::member);
        return new IndexMembers(reader.indexName, reader.keySchema, reader.projection, reader.throughput);
    }

    private static final class Reader {
        private @Nullable String indexName;
        private @Nullable List<KeySchemaElement> keySchema;
        private @Nullable ProjectionMembers projection;
        private @Nullable ThroughputMembers throughput;

        void member(String name, JsonInput in) {
            switch (name) {
                case "IndexName" -> indexName = in.string();
                case "KeySchema" -> keySchema = in.list(KeySchemaElement::decode);
                case "Projection" -> projection = ProjectionMembers.decode(in);
                case "ProvisionedThroughput" -> throughput = ThroughputMembers.decode(in);
                default -> in.skip();
            }
        }
    }
}
