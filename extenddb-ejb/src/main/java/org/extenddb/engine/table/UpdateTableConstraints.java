package org.extenddb.engine.table;

import java.util.List;
import org.extenddb.core.api.table.GlobalIndexUpdate;
import org.extenddb.core.api.table.IndexMembers;
import org.extenddb.core.api.table.TableMembers;
import org.extenddb.core.api.table.UpdateTableRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTable;

/** What UpdateTable's members must be, and that there is something to do at all. */
final class UpdateTableConstraints {
    private static final String MEMBER = "globalSecondaryIndexUpdates";

    private UpdateTableConstraints() {}

    static void check(UpdateTableRequest request) {
        TableConstraints constraints = new TableConstraints().table(request.table());
        List<GlobalIndexUpdate> updates = request.globalSecondaryIndexUpdates();
        for (int i = 0; updates != null && i < updates.size(); i++) {
            indexUpdate(constraints, TableConstraints.element(MEMBER, i), updates.get(i));
        }
        constraints.check();
        if (!changesAnything(request)) {
            throw DynamoDbException.validation(MessagesTable.NO_CHANGE);
        }
    }

    private static void indexUpdate(TableConstraints constraints, String at, GlobalIndexUpdate element) {
        IndexMembers update = element.update();
        if (update != null) {
            constraints.indexName(at + ".update", update);
            constraints.required(at + ".update.provisionedThroughput", update.provisionedThroughput());
            constraints.throughput(at + ".update.provisionedThroughput", update.provisionedThroughput());
        }
        IndexMembers create = element.create();
        if (create != null) {
            constraints.index(at + ".create", create, TableConstraints.MAX_GLOBAL_INDEX_KEYS);
        }
        IndexMembers delete = element.delete();
        if (delete != null) {
            constraints.indexName(at + ".delete", delete);
        }
    }

    private static boolean changesAnything(UpdateTableRequest request) {
        TableMembers table = request.table();
        List<GlobalIndexUpdate> updates = request.globalSecondaryIndexUpdates();
        return table.billingMode() != null
                || table.provisionedThroughput() != null
                || table.tableClass() != null
                || table.deletionProtectionEnabled() != null
                || table.streamSpecification() != null
                || table.sseSpecification() != null
                || !table.unavailable().isEmpty()
                || request.otherChange()
                || (updates != null && !updates.isEmpty());
    }
}
