package org.extenddb.console.table;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.extenddb.console.value.ByteCount;
import org.jspecify.annotations.Nullable;

/**
 * A table as a list shows it.
 *
 * @param keys such as {@code customer (S), order (N)}
 * @param tags such as {@code team=boarding}; empty where the reader may not see them
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
        List<String> tags,
        @Nullable String problem)
        implements Serializable {
    public TableSummary {
        tags = List.copyOf(tags);
    }

    static TableSummary of(JsonObject table, List<String> tags) {
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
                tags,
                null);
    }

    static TableSummary unknown(String name, @Nullable String problem) {
        return new TableSummary(name, "", "", 0, "", 0, 0, List.of(), problem == null ? "" : problem);
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

    public List<String> getTags() {
        return tags;
    }

    public @Nullable String getProblem() {
        return problem;
    }
}
