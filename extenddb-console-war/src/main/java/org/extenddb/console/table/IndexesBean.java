package org.extenddb.console.table;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.extenddb.console.value.ByteCount;
import org.jspecify.annotations.Nullable;

/** The indexes of a table: shows, adds and removes them. */
@Named("indexes")
@ViewScoped
public class IndexesBean implements Serializable {
    private final TableBean table;
    private final Builds builds;
    private IndexForm form = new IndexForm();
    private @Nullable Map<String, Long> done;

    @SuppressWarnings({"NullAway", "unused"})
    protected IndexesBean() {
        this(null, null);
    }

    @Inject
    public IndexesBean(TableBean table, Builds builds) {
        this.table = table;
        this.builds = builds;
    }

    /**
     * One that there is.
     *
     * @param progress null unless it is being built
     */
    public record Index(
            String name,
            boolean global,
            String key,
            String projection,
            String status,
            long items,
            String size,
            @Nullable BuildProgress progress)
            implements Serializable {
        public String getName() {
            return name;
        }

        public boolean isGlobal() {
            return global;
        }

        public String getKey() {
            return key;
        }

        public String getProjection() {
            return projection;
        }

        public String getStatus() {
            return status;
        }

        public long getItems() {
            return items;
        }

        public String getSize() {
            return size;
        }

        public @Nullable BuildProgress getProgress() {
            return progress;
        }
    }

    public List<Index> getAll() {
        List<Index> all = new ArrayList<>();
        JsonObject json = table.json();
        for (String member : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
            for (JsonValue each :
                    json.getOrDefault(member, JsonValue.EMPTY_JSON_ARRAY).asJsonArray()) {
                all.add(index(json, each.asJsonObject(), member.startsWith("G")));
            }
        }
        return all;
    }

    private Index index(JsonObject table, JsonObject index, boolean global) {
        JsonObject projection = index.getJsonObject("Projection");
        return new Index(
                index.getString("IndexName"),
                global,
                KeyParts.of(table, index).stream()
                        .map(part -> part.name() + " (" + part.type() + ")")
                        .collect(Collectors.joining(", ")),
                projection.getString("ProjectionType")
                        + (projection.containsKey("NonKeyAttributes") ? " " + projection.get("NonKeyAttributes") : ""),
                index.getString("IndexStatus", "ACTIVE")
                        + (index.getBoolean("Backfilling", false) ? ", backfilling" : ""),
                index.getInt("ItemCount", 0),
                ByteCount.text(index.getInt("IndexSizeBytes", 0)),
                progress(table, index));
    }

    private @Nullable BuildProgress progress(JsonObject table, JsonObject index) {
        if (!index.getString("IndexStatus", "ACTIVE").equals("CREATING")) {
            return null;
        }
        Map<String, Long> known = done == null ? builds.itemsDone(table.getString("TableName")) : done;
        done = known;
        return new BuildProgress(
                known.getOrDefault(index.getString("IndexName"), 0L),
                table.getJsonNumber("ItemCount").longValue());
    }

    /** Looks again at the indexes, and how far those are that are being built. */
    public void look() {
        table.reload();
        done = null;
    }

    /** Whether one is being built or removed. */
    public boolean isBusy() {
        return getAll().stream().anyMatch(index -> !index.status().equals("ACTIVE"));
    }

    public void add() {
        JsonObject json = table.json();
        Map<String, String> types = new LinkedHashMap<>();
        for (JsonObject known : json.getJsonArray("AttributeDefinitions").getValuesAs(JsonObject.class)) {
            types.put(known.getString("AttributeName"), known.getString("AttributeType"));
        }
        form.define(types);
        JsonObjectBuilder create = form.toJson("");
        form.getCapacity().create(create, !TableSummary.isOnDemand(json));
        JsonObjectBuilder change = Json.createObjectBuilder()
                .add("AttributeDefinitions", KeyForm.definitions(types))
                .add(
                        "GlobalSecondaryIndexUpdates",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("Create", create)));
        if (table.update(change, "indexAdded")) {
            form = new IndexForm();
            done = null;
        }
    }

    public void remove(String name) {
        JsonObjectBuilder removal = Json.createObjectBuilder()
                .add("Delete", Json.createObjectBuilder().add("IndexName", name));
        table.update(
                Json.createObjectBuilder()
                        .add(
                                "GlobalSecondaryIndexUpdates",
                                Json.createArrayBuilder().add(removal)),
                "indexRemoved");
    }

    /** Whether a new one needs units of its own. */
    public boolean isProvisioned() {
        return !TableSummary.isOnDemand(table.json());
    }

    public IndexForm getForm() {
        return form;
    }
}
