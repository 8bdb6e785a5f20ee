package org.extenddb.console.request;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.extenddb.console.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * A Query or Scan as DynamoDB takes it.
 *
 * @param operation {@code Query} or {@code Scan}
 */
public record ReadRequest(String operation, JsonObject json) {
    /**
     * The same from another place.
     *
     * @param after null for the beginning
     * @param limit items that are read at most
     */
    public ReadRequest onwards(@Nullable JsonObject after, int limit) {
        JsonObjectBuilder onwards = Json.createObjectBuilder(json).add("Limit", limit);
        if (after == null) {
            onwards.remove("ExclusiveStartKey");
        } else {
            onwards.add("ExclusiveStartKey", after);
        }
        return new ReadRequest(operation, onwards.build());
    }

    /**
     * The request that a form means.
     *
     * @param after where the page before ended; null for the first page
     */
    public static ReadRequest of(String table, ReadForm form, ReadKeys keys, @Nullable JsonObject after) {
        Substitutes substitutes = new Substitutes();
        JsonObjectBuilder json = Json.createObjectBuilder().add("TableName", table);
        if (!form.getIndex().isEmpty()) {
            json.add("IndexName", form.getIndex());
        }
        if (form.isQuery()) {
            json.add("KeyConditionExpression", keyCondition(form, keys.partition(), keys.sort(), substitutes));
        }
        addFilter(form, substitutes, json);
        addProjection(form, keys.table(), substitutes, json);
        substitutes.addTo(json);
        json.add("Limit", form.getLimit());
        if (form.isQuery() && form.isDescending()) {
            json.add("ScanIndexForward", false);
        }
        if (form.isConsistent()) {
            json.add("ConsistentRead", true);
        }
        if (after != null) {
            json.add("ExclusiveStartKey", after);
        }
        json.add("ReturnConsumedCapacity", "TOTAL");
        return new ReadRequest(form.isQuery() ? "Query" : "Scan", json.build());
    }

    private static String keyCondition(
            ReadForm form, KeyPart partition, @Nullable KeyPart sort, Substitutes substitutes) {
        String condition = substitutes.name(partition.name()) + " = "
                + substitutes.value(TypedValue.of(partition.type(), form.getPartition()));
        if (sort == null || form.getSort().isEmpty()) {
            return condition;
        }
        String name = substitutes.name(sort.name());
        String value = substitutes.value(TypedValue.of(sort.type(), form.getSort()));
        return condition + " AND "
                + switch (form.getSortOperator()) {
                    case "begins_with" -> "begins_with(" + name + ", " + value + ")";
                    case "between" ->
                        name + " BETWEEN " + value + " AND "
                                + substitutes.value(TypedValue.of(sort.type(), form.getSortUpper()));
                    default -> name + " " + form.getSortOperator() + " " + value;
                };
    }

    private static void addFilter(ReadForm form, Substitutes substitutes, JsonObjectBuilder json) {
        List<String> terms = new ArrayList<>();
        for (FilterRow row : form.getFilters()) {
            if (row.isFilled()) {
                terms.add(term(row, substitutes));
            }
        }
        if (!terms.isEmpty()) {
            json.add("FilterExpression", String.join(" AND ", terms));
        }
    }

    private static String term(FilterRow row, Substitutes substitutes) {
        String path = substitutes.path(row.getAttribute());
        return switch (row.getOperator()) {
            case "exists" -> "attribute_exists(" + path + ")";
            case "not_exists" -> "attribute_not_exists(" + path + ")";
            case "between" ->
                path + " BETWEEN " + value(row, row.getValue(), substitutes) + " AND "
                        + value(row, row.getUpper(), substitutes);
            case "begins_with", "contains" ->
                row.getOperator() + "(" + path + ", " + value(row, row.getValue(), substitutes) + ")";
            case "not_contains" -> "NOT contains(" + path + ", " + value(row, row.getValue(), substitutes) + ")";
            default -> path + " " + row.getOperator() + " " + value(row, row.getValue(), substitutes);
        };
    }

    private static String value(FilterRow row, String text, Substitutes substitutes) {
        return substitutes.value(TypedValue.of(row.getType(), text));
    }

    /** With the table's key, whatever is asked for: without it an item can be neither opened nor deleted. */
    private static void addProjection(
            ReadForm form, List<KeyPart> key, Substitutes substitutes, JsonObjectBuilder json) {
        Set<String> paths = new LinkedHashSet<>();
        Quoting.paths(form.getProjection()).forEach(path -> paths.add(substitutes.path(path)));
        if (!paths.isEmpty()) {
            key.forEach(part -> paths.add(substitutes.name(part.name())));
            json.add("ProjectionExpression", String.join(", ", paths));
        }
    }
}
