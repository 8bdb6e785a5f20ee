package org.extenddb.console.table;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.console.request.KeyPart;

/** The key of a table or index out of DescribeTable. */
public final class KeyParts {
    private KeyParts() {}

    /** The table's: hash key first. */
    public static List<KeyPart> of(JsonObject table) {
        return of(table, table);
    }

    /** That of an index, or of the table itself. */
    public static List<KeyPart> of(JsonObject table, JsonObject tableOrIndex) {
        List<KeyPart> parts = new ArrayList<>();
        for (JsonObject element : tableOrIndex.getJsonArray("KeySchema").getValuesAs(JsonObject.class)) {
            String name = element.getString("AttributeName");
            parts.add(new KeyPart(name, type(table, name)));
        }
        return parts;
    }

    private static String type(JsonObject table, String name) {
        for (JsonObject attribute : table.getJsonArray("AttributeDefinitions").getValuesAs(JsonObject.class)) {
            if (attribute.getString("AttributeName").equals(name)) {
                return attribute.getString("AttributeType");
            }
        }
        return "S";
    }
}
