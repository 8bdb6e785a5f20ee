package org.extenddb.console.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
            return TableSummary.of(dynamoDb.ofTable("DescribeTable", name).getJsonObject("Table"));
        } catch (DynamoDbException e) {
            return TableSummary.unknown(name, e.getMessage());
        }
    }
}
