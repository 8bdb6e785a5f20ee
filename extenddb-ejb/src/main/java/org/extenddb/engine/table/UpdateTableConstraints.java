package org.extenddb.engine.table;

import java.util.List;
import java.util.stream.Stream;
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
        checkAlone(request);
    }

    private static void indexUpdate(TableConstraints constraints, String at, GlobalIndexUpdate element) {
        IndexMembers update = element.update();
        if (update != null) {
            constraints.indexName(at + ".update", update);
            constraints.throughput(
                    at + ".update.provisionedThroughput", update.capacity().provisioned());
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

    /** Most changes go alone. The first that does not is named, in DynamoDB's order. */
    private static void checkAlone(UpdateTableRequest request) {
        TableMembers table = request.table();
        int changes = count(request);
        require(table.sseSpecification() == null || changes == 1, MessagesTable.ENCRYPTION_ALONE);
        require(table.tableClass() == null || changes == 1, MessagesTable.TABLE_CLASS_ALONE);
        require(table.deletionProtectionEnabled() == null || changes == 1, MessagesTable.DELETION_PROTECTION_ALONE);
        require(!asksForWarm(table) || !createsIndex(request), MessagesTable.INDEX_WITH_WARM_THROUGHPUT);
        require(!asksForWarm(table) || changes == 1, MessagesTable.WARM_THROUGHPUT_ALONE);
        require(
                !asksForBounds(table) || changes == (table.mode() == null ? 1 : 2),
                MessagesTable.ON_DEMAND_WITH_BILLING_MODE);
    }

    private static boolean createsIndex(UpdateTableRequest request) {
        List<GlobalIndexUpdate> updates = request.globalSecondaryIndexUpdates();
        return updates != null && updates.stream().anyMatch(update -> update.create() != null);
    }

    private static boolean changesAnything(UpdateTableRequest request) {
        return count(request) > 0;
    }

    private static int count(UpdateTableRequest request) {
        TableMembers table = request.table();
        List<GlobalIndexUpdate> updates = request.globalSecondaryIndexUpdates();
        return (int) Stream.of(
                                table.mode() != null,
                                table.capacity().provisioned() != null,
                                asksForBounds(table),
                                asksForWarm(table),
                                table.tableClass() != null,
                                table.deletionProtectionEnabled() != null,
                                table.streamSpecification() != null,
                                table.sseSpecification() != null,
                                updates != null && !updates.isEmpty())
                        .filter(Boolean::booleanValue)
                        .count()
                + table.unavailable().size();
    }

    private static boolean asksForBounds(TableMembers table) {
        return table.capacity().onDemand() != null
                && !table.capacity().onDemand().isEmpty();
    }

    private static boolean asksForWarm(TableMembers table) {
        return table.capacity().warm() != null && !table.capacity().warm().isEmpty();
    }

    private static void require(boolean condition, String refusal) {
        if (!condition) {
            throw DynamoDbException.validation(refusal);
        }
    }
}
