package org.extenddb.console.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names of the account's tables. */
@ApplicationScoped
public class TableNames {
    private final DynamoDb dynamoDb;

    @SuppressWarnings({"NullAway", "unused"})
    protected TableNames() {
        this(null);
    }

    @Inject
    public TableNames(DynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /** All of them, in order. */
    public List<String> all() {
        List<String> names = new ArrayList<>();
        String last = "";
        do {
            JsonObjectBuilder request = Json.createObjectBuilder();
            if (!last.isEmpty()) {
                request.add("ExclusiveStartTableName", last);
            }
            JsonObject page = dynamoDb.call("ListTables", request.build());
            page.getJsonArray("TableNames").getValuesAs(JsonString.class).forEach(name -> names.add(name.getString()));
            last = page.getString("LastEvaluatedTableName", "");
        } while (!last.isEmpty());
        return names;
    }

    /** Of some names those that have a text in them, whatever its case. */
    public static List<String> containing(List<String> names, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }
}
