package org.extenddb.it.admin;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** A JSON object that somebody answered. */
public record JsonText(JsonNode node) {
    static JsonText parse(String text) {
        return new JsonText(JsonNode.parser().parse(text));
    }

    String getString(String name) {
        return value(name).asString();
    }

    boolean getBoolean(String name) {
        return value(name).asBoolean();
    }

    int getInt(String name) {
        return Integer.parseInt(value(name).asNumber());
    }

    JsonText getJsonObject(String name) {
        return new JsonText(value(name));
    }

    public List<JsonNode> getJsonArray(String name) {
        return value(name).asArray();
    }

    boolean containsKey(String name) {
        return node.asObject().containsKey(name);
    }

    Set<String> keySet() {
        return node.asObject().keySet();
    }

    private JsonNode value(String name) {
        return node.field(name).orElseThrow(() -> new AssertionError("no " + name + " in " + node));
    }
}
