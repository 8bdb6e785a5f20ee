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
import java.util.Map;
import org.extenddb.console.session.Senders;
import org.extenddb.engine.tag.TableTags;

/** The names of the account's tables, and their tags. */
@ApplicationScoped
public class TableNames {
    private final DynamoDb dynamoDb;
    private final TableTags tags;
    private final Senders senders;

    @SuppressWarnings({"NullAway", "unused"})
    protected TableNames() {
        this(null, null, null);
    }

    @Inject
    public TableNames(DynamoDb dynamoDb, TableTags tags, Senders senders) {
        this.dynamoDb = dynamoDb;
        this.tags = tags;
        this.senders = senders;
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

    /** The tags of those tables that have some and whose tags may be seen, by the table's name. */
    public Map<String, Map<String, String>> tags() {
        return tags.visibleTo(senders.current(), senders.context());
    }

    /** Of some names those that have a text in them, whatever its case. */
    public static List<String> containing(List<String> names, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }
}
