package org.extenddb.console.table;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.extenddb.console.request.KeyPart;
import org.jspecify.annotations.Nullable;

/** The key of a table or an index as filled in. A Faces form writes it. */
public class KeyForm implements Serializable {
    private String partition = "";
    private String partitionType = "S";
    private String sort = "";
    private String sortType = "S";

    /** Fills it with the key of one that there is. */
    void fill(List<KeyPart> parts) {
        partition = parts.get(0).name();
        partitionType = parts.get(0).type();
        if (parts.size() > 1) {
            sort = parts.get(1).name();
            sortType = parts.get(1).type();
        }
    }

    /**
     * A KeySchema.
     *
     * @param hash the partition key: a local index has its table's
     */
    JsonArrayBuilder schema(String hash) {
        JsonArrayBuilder key = Json.createArrayBuilder().add(part(hash, "HASH"));
        return sort.isBlank() ? key : key.add(part(sort.strip(), "RANGE"));
    }

    JsonArrayBuilder schema() {
        return schema(partition.strip());
    }

    private static JsonObject part(String name, String role) {
        return Json.createObjectBuilder()
                .add("AttributeName", name)
                .add("KeyType", role)
                .build();
    }

    void definePartition(Map<String, String> types) {
        if (!partition.isBlank()) {
            types.putIfAbsent(partition.strip(), partitionType);
        }
    }

    void defineSort(Map<String, String> types) {
        if (!sort.isBlank()) {
            types.putIfAbsent(sort.strip(), sortType);
        }
    }

    /** AttributeDefinitions. */
    static JsonArrayBuilder definitions(Map<String, String> types) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        types.forEach((name, type) ->
                all.add(Json.createObjectBuilder().add("AttributeName", name).add("AttributeType", type)));
        return all;
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
}
