package org.extenddb.console.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.request.ReadForm;
import org.extenddb.console.request.ReadRequest;
import org.extenddb.console.table.TableShape;
import org.extenddb.console.value.JsonText;
import org.jspecify.annotations.Nullable;

/** Reads items as a form says. */
@ApplicationScoped
public class ItemReader {
    private final DynamoDb dynamoDb;

    @SuppressWarnings({"NullAway", "unused"})
    protected ItemReader() {
        this(null);
    }

    @Inject
    public ItemReader(DynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    public TableShape shape(String table) {
        return TableShape.of(dynamoDb.ofTable("DescribeTable", table).getJsonObject("Table"));
    }

    /** @param after where the page before ended; null for the first one */
    public ItemPage read(TableShape table, ReadForm form, @Nullable String after) {
        ReadRequest request = request(table, form, after);
        long started = System.nanoTime();
        JsonObject response = dynamoDb.call(request.operation(), request.json());
        return ItemPage.of(request, response, table, form.getIndex(), System.nanoTime() - started);
    }

    static ReadRequest request(TableShape table, ReadForm form, @Nullable String after) {
        return ReadRequest.of(
                table.name(),
                form,
                table.partition(form.getIndex()),
                table.sort(form.getIndex()),
                after == null ? null : JsonText.parse(after));
    }
}
