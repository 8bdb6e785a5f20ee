package org.extenddb.console.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.request.ReadForm;
import org.extenddb.console.request.ReadRequest;
import org.extenddb.console.table.TableShape;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a form finds as a file, up to a number of items that a browser can take. They go by way of a file here: ten thousand items may
 * be gigabytes, of which memory holds a page.
 */
@ApplicationScoped
public class ItemExport {
    private static final int MOST = 10_000;
    private static final int AT_A_TIME = 1_000;

    private final DynamoDb dynamoDb;

    @SuppressWarnings({"NullAway", "unused"})
    protected ItemExport() {
        this(null);
    }

    @Inject
    public ItemExport(DynamoDb dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /** A file that does not have everything says so by its name. */
    void send(TableShape table, ReadForm form, ItemFormat format, ExternalContext response) throws IOException {
        try (ItemSpool items = new ItemSpool()) {
            boolean all = fill(items, table, form);
            String name = table.name() + (all ? "" : "-first-" + items.count());
            response.setResponseContentType(format.contentType());
            response.setResponseCharacterEncoding("UTF-8");
            response.setResponseHeader(
                    "Content-Disposition", "attachment; filename=\"" + name + "." + format.suffix() + "\"");
            format.write(items, response.getResponseOutputWriter());
        }
    }

    /** False when there are more. */
    private boolean fill(ItemSpool items, TableShape table, ReadForm form) throws IOException {
        ReadRequest whole = ItemReader.request(table, form, null);
        @Nullable JsonObject last = null;
        do {
            ReadRequest request = whole.onwards(last, AT_A_TIME);
            JsonObject page = dynamoDb.call(request.operation(), request.json());
            for (JsonObject item : page.getJsonArray("Items").getValuesAs(JsonObject.class)) {
                if (items.count() == MOST) {
                    return false;
                }
                items.add(item);
            }
            last = page.getJsonObject("LastEvaluatedKey");
        } while (last != null);
        return true;
    }
}
