package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** Requests that hold a table's name and nothing else: DescribeTable and DeleteTable. */
public final class TableNameCodec {
    private @Nullable String tableName;

    private TableNameCodec() {}

    /** Reads the request object. */
    public static TableNameRequest decode(JsonInput in) {
        TableNameCodec codec = new TableNameCodec();
        in.object(codec::member);
        return new TableNameRequest(codec.tableName);
    }

    private void member(String name, JsonInput in) {
        if (name.equals("TableName")) {
            tableName = in.string();
        }
    }
}
