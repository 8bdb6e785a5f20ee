package org.extenddb.console.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.core.error.DynamoDbException;

/** Describes as many tables as a page shows. */
@ApplicationScoped
public class TablePage {
    private final DynamoDb dynamoDb;

    @SuppressWarnings({"NullAway", "unused"})
    protected TablePage() {
        this(null);
    }

    @Inject
    public TablePage(DynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    public List<TableSummary> describe(List<String> names) {
        return names.stream().map(this::describe).toList();
    }

    /** Whoever may list tables need not be allowed to describe them. */
    private TableSummary describe(String name) {
        try {
            JsonObject table = dynamoDb.ofTable("DescribeTable", name).getJsonObject("Table");
            return TableSummary.of(table, tags(table.getString("TableArn")));
        } catch (DynamoDbException e) {
            return TableSummary.unknown(name, e.getMessage());
        }
    }

    /** Nor need whoever may describe a table be allowed to see its tags. */
    private List<String> tags(String arn) {
        try {
            return dynamoDb
                    .call(
                            "ListTagsOfResource",
                            Json.createObjectBuilder().add("ResourceArn", arn).build())
                    .getJsonArray("Tags")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .map(tag -> tag.getString("Key") + "=" + tag.getString("Value"))
                    .toList();
        } catch (DynamoDbException e) {
            return List.of();
        }
    }
}
