package org.extenddb.console.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;

/** Deletes several items. */
@ApplicationScoped
public class ItemRemoval {
    private static final int AT_A_TIME = 25;
    private static final int ATTEMPTS = 5;

    private final DynamoDb dynamoDb;

    @SuppressWarnings({"NullAway", "unused"})
    protected ItemRemoval() {
        this(null);
    }

    @Inject
    public ItemRemoval(DynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    public void delete(String table, List<JsonObject> keys) {
        for (int from = 0; from < keys.size(); from += AT_A_TIME) {
            JsonArrayBuilder requests = Json.createArrayBuilder();
            for (JsonObject key : keys.subList(from, Math.min(from + AT_A_TIME, keys.size()))) {
                requests.add(Json.createObjectBuilder()
                        .add("DeleteRequest", Json.createObjectBuilder().add("Key", key)));
            }
            send(table, requests.build());
        }
    }

    private void send(String table, JsonArray requests) {
        JsonObject items = Json.createObjectBuilder().add(table, requests).build();
        for (int attempt = 0; attempt < ATTEMPTS && !items.isEmpty(); attempt++) {
            JsonObject request =
                    Json.createObjectBuilder().add("RequestItems", items).build();
            items = dynamoDb.call("BatchWriteItem", request).getJsonObject("UnprocessedItems");
        }
        if (!items.isEmpty()) {
            throw DynamoDbException.of(
                    ErrorCode.PROVISIONED_THROUGHPUT_EXCEEDED, "Some items are still there: the table is throttled.");
        }
    }
}
