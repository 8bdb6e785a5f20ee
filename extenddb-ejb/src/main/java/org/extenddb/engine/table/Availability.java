package org.extenddb.engine.table;

import java.util.TreeSet;
import org.extenddb.core.api.table.TableMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTable;

/** Refuses what this server cannot do, rather than accept it and do nothing: a client must not rely on what is not there. */
final class Availability {
    private Availability() {}

    static void check(TableMembers table) {
        for (String member : new TreeSet<>(table.unavailable())) {
            throw DynamoDbException.validation(MessagesTable.unavailable(member));
        }
    }
}
