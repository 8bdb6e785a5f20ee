package org.extenddb.core.capacity;

import java.util.Map;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * The ConsumedCapacity of one table.
 *
 * @param tableName as the request named the table: a name or an ARN
 * @param total units of table and indexes together
 * @param table the table's own units; null unless INDEXES was asked for
 * @param localIndexes units by index; empty unless INDEXES was asked for and an index was touched
 * @param globalIndexes units by index; empty unless INDEXES was asked for and an index was touched
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html">ConsumedCapacity</a>
 */
public record ConsumedCapacity(
        String tableName,
        CapacityUnits total,
        @Nullable CapacityUnits table,
        Map<String, CapacityUnits> localIndexes,
        Map<String, CapacityUnits> globalIndexes) {
    public ConsumedCapacity {
        localIndexes = Map.copyOf(localIndexes);
        globalIndexes = Map.copyOf(globalIndexes);
    }

    /** Writes the object. */
    public void encode(JsonOutput out) {
        out.beginObject().member("TableName").string(tableName);
        total.encodeMembers(out);
        if (table != null) {
            table.encode(out.member("Table"));
        }
        encode(out, "LocalSecondaryIndexes", localIndexes);
        encode(out, "GlobalSecondaryIndexes", globalIndexes);
        out.endObject();
    }

    private static void encode(JsonOutput out, String member, Map<String, CapacityUnits> indexes) {
        if (!indexes.isEmpty()) {
            out.member(member).beginObject();
            indexes.forEach((name, units) -> units.encode(out.member(name)));
            out.endObject();
        }
    }
}
