package org.extenddb.console.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.request.ItemChange;
import org.extenddb.console.request.KeyPart;
import org.extenddb.console.table.TableShape;
import org.extenddb.console.value.JsonText;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** One item: reads it, and writes it unless somebody else was faster. */
@ApplicationScoped
public class ItemStore {
    private final DynamoDb dynamoDb;

    @SuppressWarnings({"NullAway", "unused"})
    protected ItemStore() {
        this(null);
    }

    @Inject
    public ItemStore(DynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /** As it is now; null when it is not there. */
    @Nullable
    JsonObject get(String table, JsonObject key) {
        JsonObject request = Json.createObjectBuilder()
                .add("TableName", table)
                .add("Key", key)
                .add("ConsistentRead", true)
                .build();
        return dynamoDb.call("GetItem", request).getJsonObject("Item");
    }

    /** What a new item must have at least. */
    JsonObject blank(TableShape table) {
        JsonObjectBuilder item = Json.createObjectBuilder();
        for (KeyPart part : table.key()) {
            item.add(
                    part.name(),
                    Json.createObjectBuilder().add(part.type(), part.type().equals("N") ? "0" : ""));
        }
        return item.build();
    }

    JsonObject key(TableShape table, JsonObject item) {
        JsonObjectBuilder key = Json.createObjectBuilder();
        for (KeyPart part : table.key()) {
            if (item.containsKey(part.name())) {
                key.add(part.name(), item.get(part.name()));
            }
        }
        return key.build();
    }

    /** @throws DynamoDbException ConditionalCheckFailedException when there is one of this key */
    void create(TableShape table, JsonObject item) {
        dynamoDb.call("PutItem", ItemChange.creating(table.name(), table.key(), item));
    }

    /**
     * Makes the item what it is to be, if it is still as it was.
     *
     * @return null when it was done; otherwise the item as somebody else has left it, empty when they deleted it
     */
    @Nullable
    JsonObject replace(TableShape table, JsonObject before, JsonObject after) {
        JsonObject key = key(table, before);
        if (!key.equals(key(table, after))) {
            create(table, after);
            return null;
        }
        return unlessChanged("UpdateItem", ItemChange.replacing(table.name(), key, before, after));
    }

    /**
     * Deletes the item, if it is still as it was.
     *
     * @return null when it is gone; otherwise the item as somebody else has left it
     */
    @Nullable
    JsonObject delete(TableShape table, JsonObject before) {
        JsonObject key = key(table, before);
        JsonObject now = get(table.name(), key);
        if (now == null) {
            return null;
        }
        // A condition can ask about the attributes that are known, and not whether there are others.
        return now.equals(before) ? unlessChanged("DeleteItem", ItemChange.deleting(table.name(), key, before)) : now;
    }

    private @Nullable JsonObject unlessChanged(String operation, JsonObject request) {
        try {
            dynamoDb.call(operation, request);
            return null;
        } catch (DynamoDbException e) {
            if (e.code() != ErrorCode.CONDITIONAL_CHECK_FAILED) {
                throw e;
            }
            byte[] item = e.item();
            return item == null ? JsonObject.EMPTY_JSON_OBJECT : JsonText.parse(item);
        }
    }
}
