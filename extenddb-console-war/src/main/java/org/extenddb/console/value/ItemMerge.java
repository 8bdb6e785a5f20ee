package org.extenddb.console.value;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Two people's changes of one item in one. */
public final class ItemMerge {
    private ItemMerge() {}

    /**
     * What somebody else has left of an item, with one's own changes on top of it, attribute by attribute. Where they deleted it, all of
     * one's own.
     *
     * @param before what both began with
     */
    public static JsonObject onTop(JsonObject before, JsonObject mine, JsonObject theirs) {
        if (theirs.isEmpty()) {
            return mine;
        }
        JsonObjectBuilder merged = Json.createObjectBuilder(theirs);
        before.keySet().stream().filter(name -> !mine.containsKey(name)).forEach(merged::remove);
        mine.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                merged.add(name, value);
            }
        });
        return merged.build();
    }
}
