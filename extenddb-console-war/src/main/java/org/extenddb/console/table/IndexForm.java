package org.extenddb.console.table;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An index as filled in. A Faces form writes it. */
public class IndexForm implements Serializable {
    private String name = "";
    private boolean local;
    private String partition = "";
    private String partitionType = "S";
    private String sort = "";
    private String sortType = "S";
    private String projection = "ALL";
    private String included = "";

    /** As CreateTable and UpdateTable take it, without capacity. */
    JsonObjectBuilder toJson(String tablePartition) {
        JsonArrayBuilder key =
                Json.createArrayBuilder().add(keyPart(local ? tablePartition : partition.strip(), "HASH"));
        if (!sort.isBlank()) {
            key.add(keyPart(sort.strip(), "RANGE"));
        }
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
                .add("KeySchema", key)
                .add("Projection", what);
    }

    /** The attributes that its key needs defined. */
    void define(Map<String, String> types) {
        if (!local && !partition.isBlank()) {
            types.putIfAbsent(partition.strip(), partitionType);
        }
        if (!sort.isBlank()) {
            types.putIfAbsent(sort.strip(), sortType);
        }
    }

    static JsonObject keyPart(String name, String role) {
        return Json.createObjectBuilder()
                .add("AttributeName", name)
                .add("KeyType", role)
                .build();
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

    public String getPartition() {
        return partition;
    }

    public void setPartition(@Nullable String partition) {
        this.partition = partition == null ? "" : partition;
    }

    public String getPartitionType() {
        return partitionType;
    }

    public void setPartitionType(String partitionType) {
        this.partitionType = partitionType;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(@Nullable String sort) {
        this.sort = sort == null ? "" : sort;
    }

    public String getSortType() {
        return sortType;
    }

    public void setSortType(String sortType) {
        this.sortType = sortType;
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
