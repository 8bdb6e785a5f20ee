package org.extenddb.console.table;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.console.request.KeyPart;
import org.extenddb.console.request.ReadKeys;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a table and of its indexes.
 *
 * @param keys by index name; the table's own under the empty one
 */
public record TableShape(String name, Map<String, List<KeyPart>> keys) implements Serializable {
    public static TableShape of(JsonObject table) {
        Map<String, List<KeyPart>> keys = new LinkedHashMap<>();
        keys.put("", KeyParts.of(table));
        for (String member : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
            for (JsonValue index :
                    table.getOrDefault(member, JsonValue.EMPTY_JSON_ARRAY).asJsonArray()) {
                keys.put(index.asJsonObject().getString("IndexName"), KeyParts.of(table, index.asJsonObject()));
            }
        }
        return new TableShape(table.getString("TableName"), keys);
    }

    /** The names of the indexes. */
    public List<String> getIndexes() {
        return keys.keySet().stream().filter(name -> !name.isEmpty()).toList();
    }

    public KeyPart partition(String index) {
        return parts(index).get(0);
    }

    public @Nullable KeyPart sort(String index) {
        List<KeyPart> parts = parts(index);
        return parts.size() > 1 ? parts.get(1) : null;
    }

    /** @param index empty for the table itself */
    public ReadKeys reading(String index) {
        return new ReadKeys(key(), partition(index), sort(index));
    }

    /** The table's own key, of which every item has all. */
    public List<KeyPart> key() {
        return parts("");
    }

    private List<KeyPart> parts(String index) {
        List<KeyPart> parts = keys.get(index);
        return parts == null ? keys.getOrDefault("", List.of()) : parts;
    }
}
