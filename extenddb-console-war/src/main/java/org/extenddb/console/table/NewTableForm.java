package org.extenddb.console.table;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table as filled in. A Faces form writes it. */
public class NewTableForm implements Serializable {
    private static final String STANDARD = "STANDARD";

    private String name = "";
    private final KeyForm key = new KeyForm();
    private boolean provisioned;
    private CapacityForm capacity = CapacityForm.fresh();
    private String tableClass = STANDARD;
    private String viewType = "";
    private String expiryAttribute = "";
    private String tags = "";
    private boolean deletionProtection;
    private final List<IndexForm> indexes = new ArrayList<>();

    /** The CreateTable request. */
    public JsonObject toJson() {
        Map<String, String> types = new LinkedHashMap<>();
        key.definePartition(types);
        key.defineSort(types);
        indexes.forEach(index -> index.define(types));
        JsonObjectBuilder table = Json.createObjectBuilder()
                .add("TableName", name.strip())
                .add("AttributeDefinitions", KeyForm.definitions(types))
                .add("KeySchema", key.schema())
                .add("BillingMode", provisioned ? "PROVISIONED" : "PAY_PER_REQUEST");
        capacity.create(table, provisioned);
        if (!tableClass.equals(STANDARD)) {
            table.add("TableClass", tableClass);
        }
        addIndexes(table, false, "GlobalSecondaryIndexes");
        addIndexes(table, true, "LocalSecondaryIndexes");
        if (!viewType.isEmpty()) {
            table.add(
                    "StreamSpecification",
                    Json.createObjectBuilder().add("StreamEnabled", true).add("StreamViewType", viewType));
        }
        addTags(table);
        if (deletionProtection) {
            table.add("DeletionProtectionEnabled", true);
        }
        return table.build();
    }

    /**
     * A form for a table of the same structure as another one, which has a name of its own.
     *
     * @param table of DescribeTable
     * @param tags one a line
     */
    static NewTableForm like(JsonObject table, String expiryAttribute, String tags) {
        NewTableForm form = new NewTableForm();
        form.key.fill(KeyParts.of(table));
        form.expiryAttribute = expiryAttribute;
        form.tags = tags;
        form.provisioned = !TableSummary.isOnDemand(table);
        form.capacity = CapacityForm.of("", table);
        JsonObject tableClass = table.getJsonObject("TableClassSummary");
        form.tableClass = tableClass == null ? STANDARD : tableClass.getString("TableClass", STANDARD);
        JsonObject stream = table.getJsonObject("StreamSpecification");
        if (stream != null && stream.getBoolean("StreamEnabled", false)) {
            form.viewType = stream.getString("StreamViewType");
        }
        form.deletionProtection = table.getBoolean("DeletionProtectionEnabled", false);
        objects(table, "GlobalSecondaryIndexes")
                .forEach(index -> form.indexes.add(IndexForm.like(table, index, false)));
        objects(table, "LocalSecondaryIndexes").forEach(index -> form.indexes.add(IndexForm.like(table, index, true)));
        return form;
    }

    private static List<JsonObject> objects(JsonObject table, String member) {
        return table.getOrDefault(member, JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .getValuesAs(JsonObject.class);
    }

    /** The UpdateTimeToLive request that follows; null where items do not expire. */
    @Nullable
    JsonObject expiryJson() {
        return expiryAttribute.isBlank()
                ? null
                : Json.createObjectBuilder()
                        .add("TableName", name.strip())
                        .add(
                                "TimeToLiveSpecification",
                                Json.createObjectBuilder()
                                        .add("Enabled", true)
                                        .add("AttributeName", expiryAttribute.strip()))
                        .build();
    }

    private void addIndexes(JsonObjectBuilder table, boolean local, String member) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        int count = 0;
        for (IndexForm index : indexes) {
            if (index.isLocal() == local) {
                JsonObjectBuilder json = index.toJson(key.getPartition().strip());
                if (!local) {
                    index.getCapacity().create(json, provisioned);
                }
                all.add(json);
                count++;
            }
        }
        if (count > 0) {
            table.add(member, all);
        }
    }

    /** One a line: {@code key=value}. */
    private void addTags(JsonObjectBuilder table) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        List<String> lines = tags.lines().filter(line -> !line.isBlank()).toList();
        for (String line : lines) {
            int equals = line.indexOf('=');
            all.add(Json.createObjectBuilder()
                    .add("Key", (equals < 0 ? line : line.substring(0, equals)).strip())
                    .add("Value", equals < 0 ? "" : line.substring(equals + 1).strip()));
        }
        if (!lines.isEmpty()) {
            table.add("Tags", all);
        }
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public KeyForm getKey() {
        return key;
    }

    public boolean isProvisioned() {
        return provisioned;
    }

    public void setProvisioned(boolean provisioned) {
        this.provisioned = provisioned;
    }

    public CapacityForm getCapacity() {
        return capacity;
    }

    public String getTableClass() {
        return tableClass;
    }

    public void setTableClass(@Nullable String tableClass) {
        this.tableClass = tableClass == null ? STANDARD : tableClass;
    }

    /** Empty for no stream. */
    public String getViewType() {
        return viewType;
    }

    public void setViewType(@Nullable String viewType) {
        this.viewType = viewType == null ? "" : viewType;
    }

    public String getExpiryAttribute() {
        return expiryAttribute;
    }

    public void setExpiryAttribute(@Nullable String expiryAttribute) {
        this.expiryAttribute = expiryAttribute == null ? "" : expiryAttribute;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(@Nullable String tags) {
        this.tags = tags == null ? "" : tags;
    }

    public boolean isDeletionProtection() {
        return deletionProtection;
    }

    public void setDeletionProtection(boolean deletionProtection) {
        this.deletionProtection = deletionProtection;
    }

    public List<IndexForm> getIndexes() {
        return indexes;
    }
}
