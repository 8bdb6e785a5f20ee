package org.extenddb.core.api.table;

import java.util.List;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** CreateTable on the wire. */
public final class CreateTableCodec {
    private final TableMembersReader table = new TableMembersReader();
    private @Nullable List<KeySchemaElement> keySchema;
    private @Nullable List<IndexMembers> localIndexes;
    private @Nullable List<IndexMembers> globalIndexes;
    private @Nullable String resourcePolicy;

    private CreateTableCodec() {}

    /** Reads the request object. */
    public static CreateTableRequest decode(JsonInput in) {
        CreateTableCodec codec = new CreateTableCodec();
        in.object(codec::member);
        return codec.request(codec.resourcePolicy);
    }

    /** Reads what ImportTable is told of its table, which has no policy. */
    public static CreateTableRequest decodeParameters(JsonInput in) {
        CreateTableCodec codec = new CreateTableCodec();
        in.object(codec::member);
        return codec.request(null);
    }

    private CreateTableRequest request(@Nullable String policy) {
        return new CreateTableRequest(table.members(), keySchema, localIndexes, globalIndexes, policy);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "KeySchema" -> keySchema = in.list(KeySchemaElement::decode);
            case "LocalSecondaryIndexes" -> localIndexes = in.list(IndexMembers::decode);
            case "GlobalSecondaryIndexes" -> globalIndexes = in.list(IndexMembers::decode);
            case "ResourcePolicy" -> resourcePolicy = in.string();
            default -> table.member(name, in);
        }
    }

    /** Writes the response object. */
    public static void encode(TableDescription response, JsonOutput out) {
        out.beginObject().member("TableDescription");
        response.encode(out);
        out.endObject();
    }
}
