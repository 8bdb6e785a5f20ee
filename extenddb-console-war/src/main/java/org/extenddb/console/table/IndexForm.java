package org.extenddb.console.table;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.Serializable;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An index as filled in. A Faces form writes it. */
public class IndexForm implements Serializable {
    private String name = "";
    private boolean local;
    private final KeyForm key = new KeyForm();
    private String projection = "ALL";
    private String included = "";
    private CapacityForm capacity = CapacityForm.fresh();

    /** As CreateTable and UpdateTable take it, without capacity. */
    JsonObjectBuilder toJson(String tablePartition) {
        JsonObjectBuilder what = Json.createObjectBuilder().add("ProjectionType", projection);
        if (projection.equals("INCLUDE")) {
            JsonArrayBuilder names = Json.createArrayBuilder();
            for (String attribute : included.split(",")) {
                if (!attribute.isBlank()) {
                    names.add(attribute.strip());
                }
            }
            what.add("NonKeyAttributes", names);
        }
        return Json.createObjectBuilder()
                .add("IndexName", name.strip())
                .add("KeySchema", local ? key.schema(tablePartition) : key.schema())
                .add("Projection", what);
    }

    /** The attributes that its key needs defined. */
    void define(Map<String, String> types) {
        if (!local) {
            key.definePartition(types);
        }
        key.defineSort(types);
    }

    /** Fills it with an index that there is. */
    static IndexForm like(JsonObject table, JsonObject index, boolean local) {
        IndexForm form = new IndexForm();
        form.name = index.getString("IndexName");
        form.local = local;
        form.key.fill(KeyParts.of(table, index));
        form.capacity = CapacityForm.of(form.name, index);
        JsonObject what = index.getJsonObject("Projection");
        form.projection = what.getString("ProjectionType");
        if (what.containsKey("NonKeyAttributes")) {
            form.included = what.getJsonArray("NonKeyAttributes").getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.joining(", "));
        }
        return form;
    }

    /** Of a global one: local ones share their table's. */
    public CapacityForm getCapacity() {
        return capacity;
    }

    public KeyForm getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public boolean isLocal() {
        return local;
    }

    public void setLocal(boolean local) {
        this.local = local;
    }

    public String getProjection() {
        return projection;
    }

    public void setProjection(String projection) {
        this.projection = projection;
    }

    /** Names by commas. */
    public String getIncluded() {
        return included;
    }

    public void setIncluded(@Nullable String included) {
        this.included = included == null ? "" : included;
    }
}
