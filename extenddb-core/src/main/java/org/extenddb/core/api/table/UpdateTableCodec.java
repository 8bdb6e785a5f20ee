package org.extenddb.core.api.table;

import java.util.List;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** UpdateTable on the wire. */
public final class UpdateTableCodec {
    private final TableMembersReader table = new TableMembersReader();
    private @Nullable List<GlobalIndexUpdate> indexUpdates;

    private UpdateTableCodec() {}

    /** Reads the request object. */
    public static UpdateTableRequest decode(JsonInput in) {
        UpdateTableCodec codec = new UpdateTableCodec();
        in.object(codec::member);
        return new UpdateTableRequest(codec.table.members(), codec.indexUpdates);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "GlobalSecondaryIndexUpdates" -> indexUpdates = in.list(GlobalIndexUpdate::decode);
            default -> table.member(name, in);
        }
    }

    /** Writes the response object. */
    public static void encode(TableDescription response, JsonOutput out) {
        CreateTableCodec.encode(response, out);
    }
}
