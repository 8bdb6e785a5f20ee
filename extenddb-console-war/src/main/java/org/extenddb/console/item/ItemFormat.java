package org.extenddb.console.item;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import org.extenddb.console.value.PlainJson;
import org.extenddb.console.value.TypedValue;

/** What a file of items may look like. */
enum ItemFormat {
    /** Ordinary JSON. */
    JSON("application/json", "json") {
        @Override
        void write(ItemSpool items, Writer out) throws IOException {
            String[] separator = {"[\n"};
            items.visit(item -> {
                out.write(separator[0]);
                out.write(PlainJson.ofItem(item).toString());
                separator[0] = ",\n";
            });
            out.write(items.count() == 0 ? "[]\n" : "\n]\n");
        }
    },

    /** A line of names, then a line an item. */
    CSV("text/csv", "csv") {
        @Override
        void write(ItemSpool items, Writer out) throws IOException {
            out.write(items.names().stream().map(ItemFormat::field).collect(Collectors.joining(",")) + "\r\n");
            items.visit(item -> out.write(items.names().stream()
                            .map(name -> item.get(name) instanceof JsonObject value ? field(value) : "")
                            .collect(Collectors.joining(","))
                    + "\r\n"));
        }
    };

    private final String contentType;
    private final String suffix;

    ItemFormat(String contentType, String suffix) {
        this.contentType = contentType;
        this.suffix = suffix;
    }

    String contentType() {
        return contentType;
    }

    String suffix() {
        return suffix;
    }

    abstract void write(ItemSpool items, Writer out) throws IOException;

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
