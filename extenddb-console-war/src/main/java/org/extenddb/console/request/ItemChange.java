package org.extenddb.console.request;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Requests that write one item and notice what somebody else did to it. */
public final class ItemChange {
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
     * added stay. With AttributeUpdates and Expected, for an expression takes 300 operators and 4 KB: an item of a thousand
     * attributes would not be compared whole.
     */
    public static JsonObject replacing(String table, JsonObject key, JsonObject before, JsonObject after) {
        JsonObjectBuilder updates = Json.createObjectBuilder();
        JsonObjectBuilder expected = Json.createObjectBuilder();
        before.forEach((name, was) -> {
            expected.add(name, Json.createObjectBuilder().add("Value", was));
            if (!after.containsKey(name)) {
                updates.add(name, Json.createObjectBuilder().add("Action", "DELETE"));
            }
        });
        after.forEach((name, is) -> {
            if (!before.containsKey(name)) {
                expected.add(name, Json.createObjectBuilder().add("Exists", false));
            }
            if (!is.equals(before.get(name))) {
                updates.add(
                        name, Json.createObjectBuilder().add("Action", "PUT").add("Value", is));
            }
        });
        return Json.createObjectBuilder()
                .add("TableName", table)
                .add("Key", key)
                .add("AttributeUpdates", updates)
                .add("Expected", expected)
                .add("ReturnValuesOnConditionCheckFailure", "ALL_OLD")
                .build();
    }

    /** A DeleteItem, if the item has what it had. */
    public static JsonObject deleting(String table, JsonObject key, JsonObject before) {
        JsonObjectBuilder expected = Json.createObjectBuilder();
        before.forEach(
                (name, was) -> expected.add(name, Json.createObjectBuilder().add("Value", was)));
        return Json.createObjectBuilder()
                .add("TableName", table)
                .add("Key", key)
                .add("Expected", expected)
                .add("ReturnValuesOnConditionCheckFailure", "ALL_OLD")
                .build();
    }
}
