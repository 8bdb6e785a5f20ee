package org.extenddb.core.capacity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
        localIndexes = Collections.unmodifiableMap(new LinkedHashMap<>(localIndexes));
        globalIndexes = Collections.unmodifiableMap(new LinkedHashMap<>(globalIndexes));
    }

    /** What two operations on the table have used together. */
    public ConsumedCapacity plus(ConsumedCapacity other) {
        return new ConsumedCapacity(
                tableName,
                total.plus(other.total),
                table == null || other.table == null ? null : table.plus(other.table),
                sum(localIndexes, other.localIndexes),
                sum(globalIndexes, other.globalIndexes));
    }

    private static Map<String, CapacityUnits> sum(Map<String, CapacityUnits> one, Map<String, CapacityUnits> other) {
        Map<String, CapacityUnits> sum = new LinkedHashMap<>(one);
        other.forEach((index, units) -> sum.merge(index, units, CapacityUnits::plus));
        return sum;
    }

    /** Writes the member ConsumedCapacity of an operation on several tables; nothing when there is none to report. */
    public static void encodeAll(@Nullable List<ConsumedCapacity> tables, JsonOutput out) {
        if (tables != null) {
            out.member("ConsumedCapacity").beginArray();
            tables.forEach(table -> table.encode(out));
            out.endArray();
        }
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

    /** The same work as part of a transaction. */
    public ConsumedCapacity transactional() {
        return new ConsumedCapacity(
                tableName,
                total.transactional(),
                table == null ? null : table.transactional(),
                transactional(localIndexes),
                transactional(globalIndexes));
    }

    private static Map<String, CapacityUnits> transactional(Map<String, CapacityUnits> indexes) {
        Map<String, CapacityUnits> doubled = new LinkedHashMap<>();
        indexes.forEach((index, units) -> doubled.put(index, units.transactional()));
        return doubled;
    }
}
