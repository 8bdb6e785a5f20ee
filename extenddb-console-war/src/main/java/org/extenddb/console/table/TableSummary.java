package org.extenddb.console.table;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as a list shows it.
 *
 * @param keys such as {@code customer (S), order (N)}
 * @param problem why it could not be described; null when it could
 */
public record TableSummary(
        String name,
        String status,
        String keys,
        int indexes,
        String billing,
        long items,
        long bytes,
        @Nullable String problem)
        implements Serializable {
    static TableSummary of(JsonObject table) {
        return new TableSummary(
                table.getString("TableName"),
                table.getString("TableStatus"),
                KeyParts.of(table).stream()
                        .map(part -> part.name() + " (" + part.type() + ")")
                        .collect(Collectors.joining(", ")),
                size(table, "GlobalSecondaryIndexes") + size(table, "LocalSecondaryIndexes"),
                billing(table),
                number(table, "ItemCount"),
                number(table, "TableSizeBytes"),
                null);
    }

    static TableSummary unknown(String name, @Nullable String problem) {
        return new TableSummary(name, "", "", 0, "", 0, 0, problem == null ? "" : problem);
    }

    static boolean isOnDemand(JsonObject table) {
        JsonObject summary = table.getJsonObject("BillingModeSummary");
        return summary != null && summary.getString("BillingMode", "").equals("PAY_PER_REQUEST");
    }

    static String billing(JsonObject table) {
        if (isOnDemand(table)) {
            return "On-demand";
        }
        JsonObject units = table.getJsonObject("ProvisionedThroughput");
        return units == null
                ? "Provisioned"
                : units.get("ReadCapacityUnits") + " RCU, " + units.get("WriteCapacityUnits") + " WCU";
    }

    private static int size(JsonObject table, String member) {
        return table.getOrDefault(member, JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .size();
    }

    private static long number(JsonObject table, String member) {
        return table.containsKey(member) ? table.getJsonNumber(member).longValue() : 0;
    }

    public String getName() {
        return name;
    }

    public String getStatus() {
        return status;
    }

    public String getKeys() {
        return keys;
    }

    public int getIndexes() {
        return indexes;
    }

    public String getBilling() {
        return billing;
    }

    public long getItems() {
        return items;
    }

    public String getSize() {
        return ByteCount.text(bytes);
    }

    public @Nullable String getProblem() {
        return problem;
    }
}
