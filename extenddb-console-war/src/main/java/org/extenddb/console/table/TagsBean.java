package org.extenddb.console.table;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.message.Notices;
import org.jspecify.annotations.Nullable;

/** The tags of a table. */
@Named("tags")
@ViewScoped
public class TagsBean implements Serializable {
    private final TableBean table;
    private final DynamoDb dynamoDb;
    private final Notices notices;
    private String key = "";
    private String value = "";
    private @Nullable Map<String, String> read;

    @SuppressWarnings({"NullAway", "unused"})
    protected TagsBean() {
        this(null, null, null);
    }

    @Inject
    public TagsBean(TableBean table, DynamoDb dynamoDb, Notices notices) {
        this.table = table;
        this.dynamoDb = dynamoDb;
        this.notices = notices;
    }

    /** A tag. */
    public record Tag(String key, String value) implements Serializable {
        public String getKey() {
            return key;
        }

        public String getValue() {
            return value;
        }
    }

    public List<Tag> getAll() {
        Map<String, String> known = read;
        if (known == null) {
            Map<String, String> fresh = new TreeMap<>();
            notices.attempt(() -> fill(fresh));
            known = fresh;
            read = fresh;
        }
        return known.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toList();
    }

    private void fill(Map<String, String> tags) {
        JsonObject request =
                Json.createObjectBuilder().add("ResourceArn", table.getArn()).build();
        for (JsonObject tag : dynamoDb.call("ListTagsOfResource", request)
                .getJsonArray("Tags")
                .getValuesAs(JsonObject.class)) {
            tags.put(tag.getString("Key"), tag.getString("Value"));
        }
    }

    public void add() {
        JsonObject request = Json.createObjectBuilder()
                .add("ResourceArn", table.getArn())
                .add(
                        "Tags",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder().add("Key", key).add("Value", value)))
                .build();
        if (notices.attempt(() -> dynamoDb.call("TagResource", request))) {
            key = "";
            value = "";
            read = null;
        }
    }

    public void remove(String doomed) {
        JsonObject request = Json.createObjectBuilder()
                .add("ResourceArn", table.getArn())
                .add("TagKeys", Json.createArrayBuilder().add(doomed))
                .build();
        notices.attempt(() -> dynamoDb.call("UntagResource", request));
        read = null;
    }

    public String getKey() {
        return key;
    }

    public void setKey(@Nullable String key) {
        this.key = key == null ? "" : key;
    }

    public String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = value == null ? "" : value;
    }
}
