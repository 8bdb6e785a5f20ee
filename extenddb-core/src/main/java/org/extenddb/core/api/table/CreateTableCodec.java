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

    private CreateTableCodec() {}

    /** Reads the request object. */
    public static CreateTableRequest decode(JsonInput in) {
        CreateTableCodec codec = new CreateTableCodec();
        in.object(codec::member);
        return new CreateTableRequest(codec.table.members(), codec.keySchema, codec.localIndexes, codec.globalIndexes);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "KeySchema" -> keySchema = in.list(KeySchemaElement::decode);
            case "LocalSecondaryIndexes" -> localIndexes = in.list(IndexMembers::decode);
            case "GlobalSecondaryIndexes" -> globalIndexes = in.list(IndexMembers::decode);
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
