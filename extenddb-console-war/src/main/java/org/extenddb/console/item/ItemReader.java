package org.extenddb.console.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.request.ReadForm;
import org.extenddb.console.request.ReadRequest;
import org.extenddb.console.table.TableShape;
import org.extenddb.console.value.JsonText;
import org.jspecify.annotations.Nullable;

/** Reads items as a form says. */
@ApplicationScoped
public class ItemReader {
    private static final int SEARCHED_AT_A_TIME = 1_000;
    private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();

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

    /**
     * Reads a page. Where a filter leaves nothing of it, reading goes on for a moment: of a large table few pages may have any.
     *
     * @param after where the page before ended; null for the first one
     */
    public ItemPage read(TableShape table, ReadForm form, @Nullable String after) {
        ReadRequest request = request(table, form, after);
        long started = System.nanoTime();
        JsonObject response = dynamoDb.call(request.operation(), request.json());
        Effort effort = Effort.NONE.and(response);
        while (isEmptyBeforeTheEnd(response) && System.nanoTime() - started < PATIENCE_NANOS) {
            ReadRequest onwards = request.onwards(response.getJsonObject("LastEvaluatedKey"), SEARCHED_AT_A_TIME);
            response = dynamoDb.call(onwards.operation(), onwards.json());
            effort = effort.and(response);
        }
        String facts = effort.text(response.getInt("Count"), System.nanoTime() - started);
        return ItemPage.of(request, response, table, form.getIndex(), facts);
    }

    private static boolean isEmptyBeforeTheEnd(JsonObject response) {
        return response.getInt("Count") == 0 && response.containsKey("LastEvaluatedKey");
    }

    static ReadRequest request(TableShape table, ReadForm form, @Nullable String after) {
        return ReadRequest.of(
                table.name(), form, table.reading(form.getIndex()), after == null ? null : JsonText.parse(after));
    }
}
