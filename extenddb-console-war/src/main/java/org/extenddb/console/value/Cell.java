package org.extenddb.console.value;

import jakarta.json.JsonObject;
import java.io.Serializable;

/**
 * One value in a grid.
 *
 * @param type as DynamoDB names it
 * @param text what is shown, cut off where it is long
 */
public record Cell(String type, String text) implements Serializable {
    public static Cell of(JsonObject typed) {
        return new Cell(TypedValue.typeOf(typed), TypedValue.preview(typed));
    }

    public String getType() {
        return type;
    }

    public String getText() {
        return text;
    }
}
