package org.extenddb.console.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.extenddb.console.session.Senders;
import org.extenddb.console.value.JsonText;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.engine.LocalOperations;

/** DynamoDB's operations, in JSON, as whoever is signed in. */
@ApplicationScoped
public class DynamoDb {
    private final LocalOperations operations;
    private final Senders senders;

    @SuppressWarnings({"NullAway", "unused"})
    protected DynamoDb() {
        this(null, null);
    }

    @Inject
    public DynamoDb(LocalOperations operations, Senders senders) {
        this.operations = operations;
        this.senders = senders;
    }

    /** @throws org.extenddb.core.error.DynamoDbException DynamoDB's own error */
    public JsonObject call(String operation, JsonObject request) {
        return JsonText.parse(operations.call(senders.current(), senders.origin(), operation, JsonText.bytes(request)));
    }

    /** Runs what reads: why it was refused, in DynamoDB's words; empty where it was not. A page can show that in its place. */
    public static String refusal(Runnable reading) {
        try {
            reading.run();
            return "";
        } catch (DynamoDbException e) {
            if (e.code().httpStatus() >= 500) {
                throw e;
            }
            return e.code().simpleName() + ": " + e.getMessage();
        }
    }

    /** An operation that asks for a table and nothing else. */
    public JsonObject ofTable(String operation, String table) {
        return call(
                operation, Json.createObjectBuilder().add("TableName", table).build());
    }
}
