package org.extenddb.console.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.request.ReadForm;
import org.extenddb.console.request.ReadRequest;
import org.extenddb.console.table.TableShape;
import org.extenddb.console.value.PlainJson;
import org.extenddb.console.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Sends what a form finds as a file, up to a number of items that a browser can take. */
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

    /** @param format {@code json}: ordinary JSON; {@code typed}: DynamoDB's; {@code csv} */
    void send(TableShape table, ReadForm form, String format, ExternalContext response) throws IOException {
        List<JsonObject> items = items(table, form);
        boolean csv = format.equals("csv");
        response.setResponseContentType(csv ? "text/csv" : "application/json");
        response.setResponseCharacterEncoding("UTF-8");
        response.setResponseHeader(
                "Content-Disposition", "attachment; filename=\"" + table.name() + (csv ? ".csv" : ".json") + "\"");
        Writer out = response.getResponseOutputWriter();
        if (csv) {
            writeCsv(items, out);
        } else {
            out.write(items.stream()
                    .map(item -> format.equals("json") ? PlainJson.ofItem(item) : item)
                    .map(JsonObject::toString)
                    .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        }
    }

    private List<JsonObject> items(TableShape table, ReadForm form) {
        List<JsonObject> items = new ArrayList<>();
        ReadRequest whole = ItemReader.request(table, form, null);
        @Nullable JsonObject last = null;
        do {
            ReadRequest request = whole.onwards(last, AT_A_TIME);
            JsonObject page = dynamoDb.call(request.operation(), request.json());
            items.addAll(page.getJsonArray("Items").getValuesAs(JsonObject.class));
            last = page.getJsonObject("LastEvaluatedKey");
        } while (last != null && items.size() < MOST);
        return items;
    }

    static void writeCsv(List<JsonObject> items, Writer out) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        items.forEach(item -> names.addAll(item.keySet()));
        out.write(names.stream().map(ItemExport::field).collect(Collectors.joining(",")) + "\r\n");
        for (JsonObject item : items) {
            out.write(names.stream()
                            .map(name -> item.get(name) instanceof JsonObject value ? field(value) : "")
                            .collect(Collectors.joining(","))
                    + "\r\n");
        }
    }

    private static String field(JsonObject value) {
        String text = TypedValue.text(value);
        return TypedValue.typeOf(value).equals("N") ? text : field(text);
    }

    /** A spreadsheet takes for a formula what begins like one; the apostrophe keeps it a text. */
    private static String field(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
