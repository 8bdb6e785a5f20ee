package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** ListTables on the wire. */
public final class ListTablesCodec {
    private @Nullable String exclusiveStartTableName;
    private @Nullable Integer limit;

    private ListTablesCodec() {}

    /** Reads the request object. */
    public static ListTablesRequest decode(JsonInput in) {
        ListTablesCodec codec = new ListTablesCodec();
        in.object(codec::member);
        return new ListTablesRequest(codec.exclusiveStartTableName, codec.limit);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "ExclusiveStartTableName" -> exclusiveStartTableName = in.string();
            case "Limit" -> limit = in.integer();
            default -> in.skip();
        }
    }

    /** Writes the response object. */
    public static void encode(ListTablesResponse response, JsonOutput out) {
        out.beginObject();
        if (response.lastEvaluatedTableName() != null) {
            out.member("LastEvaluatedTableName").string(response.lastEvaluatedTableName());
        }
        out.member("TableNames").strings(response.tableNames()).endObject();
    }
}
