package org.extenddb.console.item;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.console.request.KeyPart;
import org.extenddb.console.value.Cell;
import org.extenddb.console.value.TypedValue;

/**
 * An item in the grid.
 *
 * @param id its key in DynamoDB's JSON
 * @param text all of it that was read, in DynamoDB's JSON
 */
public record ItemRow(String id, String title, Map<String, Cell> cells, String text) implements Serializable {
    static ItemRow of(JsonObject item, List<KeyPart> key) {
        JsonObjectBuilder id = Json.createObjectBuilder();
        StringBuilder title = new StringBuilder();
        for (KeyPart part : key) {
            if (item.get(part.name()) instanceof JsonObject value) {
                id.add(part.name(), value);
                title.append(title.isEmpty() ? "" : " / ").append(TypedValue.preview(value));
            }
        }
        Map<String, Cell> cells = new LinkedHashMap<>();
        item.forEach((name, value) -> cells.put(name, Cell.of(value.asJsonObject())));
        return new ItemRow(id.build().toString(), title.toString(), cells, item.toString());
    }

    public String getId() {
        return id;
    }

    /** The key as a word without commas, which the grid puts between the rows that are chosen. */
    public String getWord() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    /** The key for people. */
    public String getTitle() {
        return title;
    }

    public Map<String, Cell> getCells() {
        return cells;
    }
}
