package org.extenddb.console.request;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Requests that write one item and notice what somebody else did to it. */
public final class ItemChange {
    /** DynamoDB takes 300 operators in an expression. */
    private static final int MOST_COMPARED = 140;

    private ItemChange() {}

    /** A PutItem that fails when there is one of this key. */
    public static JsonObject creating(String table, List<KeyPart> key, JsonObject item) {
        return Json.createObjectBuilder()
                .add("TableName", table)
                .add("Item", item)
                .add("ConditionExpression", "attribute_not_exists(#k)")
                .add(
                        "ExpressionAttributeNames",
                        Json.createObjectBuilder().add("#k", key.get(0).name()))
                .build();
    }

    /**
     * An UpdateItem that changes what differs and nothing else, if the item has what it had: attributes that somebody else has
     * added stay.
     */
    public static JsonObject replacing(String table, JsonObject key, JsonObject before, JsonObject after) {
        Substitutes substitutes = new Substitutes();
        List<String> sets = new ArrayList<>();
        List<String> removals = new ArrayList<>();
        Set<String> changed = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            JsonValue is = after.get(name);
            if (is == null) {
                removals.add(substitutes.name(name));
                changed.add(name);
            } else if (!is.equals(before.get(name))) {
                sets.add(substitutes.name(name) + " = " + substitutes.value(is.asJsonObject()));
                changed.add(name);
            }
        }
        JsonObjectBuilder request = Json.createObjectBuilder()
                .add("TableName", table)
                .add("Key", key)
                .add(
                        "UpdateExpression",
                        ((sets.isEmpty() ? "" : "SET " + String.join(", ", sets))
                                        + (removals.isEmpty() ? "" : " REMOVE " + String.join(", ", removals)))
                                .strip())
                .add("ConditionExpression", condition(key, before, changed, substitutes));
        substitutes.addTo(request);
        return request.add("ReturnValuesOnConditionCheckFailure", "ALL_OLD").build();
    }

    /** All that it had, those that change first: where an item has very many attributes, the last ones are not compared. */
    private static String condition(JsonObject key, JsonObject before, Set<String> changed, Substitutes substitutes) {
        Set<String> compared = new LinkedHashSet<>(key.keySet());
        compared.addAll(changed);
        compared.addAll(before.keySet());
        List<String> terms = new ArrayList<>();
        for (String name : compared) {
            if (terms.size() < MOST_COMPARED) {
                terms.add(
                        before.containsKey(name)
                                ? substitutes.name(name) + " = " + substitutes.value(before.getJsonObject(name))
                                : "attribute_not_exists(" + substitutes.name(name) + ")");
            }
        }
        return String.join(" AND ", terms);
    }
}
