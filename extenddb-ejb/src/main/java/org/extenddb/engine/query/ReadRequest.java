package org.extenddb.engine.query;

import java.util.Map;
import java.util.Set;
import org.extenddb.core.api.query.ReadMembers;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.expression.Condition;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.engine.data.ItemProjection;
import org.extenddb.engine.data.TableTarget;
import org.extenddb.engine.data.TouchedAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What Query and Scan share, after every check that needs no table.
 *
 * @param limit how many items to look at, at most; null for as many as fit a page
 * @param startKey where the page before ended; null for the beginning
 */
record ReadRequest(
        String tableName,
        @Nullable String indexName,
        Select select,
        @Nullable Integer limit,
        boolean consistent,
        @Nullable Map<String, AttributeValue> startKey,
        @Nullable ItemProjection projection,
        @Nullable Condition filter,
        CapacityReport capacity) {
    static ReadRequest of(
            ReadMembers members,
            Select select,
            @Nullable Map<String, AttributeValue> startKey,
            @Nullable ItemProjection projection,
            @Nullable Condition filter) {
        String tableName = members.tableName();
        if (tableName == null) {
            throw new IllegalStateException("the table name has not been checked");
        }
        return new ReadRequest(
                tableName,
                members.indexName(),
                select,
                members.limit(),
                Boolean.TRUE.equals(members.consistentRead()),
                startKey,
                projection,
                filter,
                CapacityReport.of(members.returnConsumedCapacity()));
    }

    TableTarget target() {
        return new TableTarget(tableName, indexName);
    }

    /** The top-level attributes that filter and projection name. */
    Set<String> attributes() {
        return new TouchedAttributes().add(filter).add(projection).names();
    }
}
