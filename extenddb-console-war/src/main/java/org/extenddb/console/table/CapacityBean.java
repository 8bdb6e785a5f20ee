package org.extenddb.console.table;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a table's capacity is counted, and what it and its global indexes may take: one request changes all of it. */
@Named("capacity")
@ViewScoped
public class CapacityBean implements Serializable {
    private static final String PROVISIONED = "PROVISIONED";

    private final TableBean table;
    private @Nullable String billing;
    private @Nullable List<CapacityForm> rows;

    @SuppressWarnings({"NullAway", "unused"})
    protected CapacityBean() {
        this(null);
    }

    @Inject
    public CapacityBean(TableBean table) {
        this.table = table;
    }

    /** The table's own first, then its global indexes': local ones share the table's. */
    public List<CapacityForm> getRows() {
        List<CapacityForm> known = rows;
        if (known == null) {
            JsonObject json = table.json();
            known = new ArrayList<>();
            known.add(CapacityForm.of("", json));
            for (JsonObject index : json.getOrDefault("GlobalSecondaryIndexes", JsonArray.EMPTY_JSON_ARRAY)
                    .asJsonArray()
                    .getValuesAs(JsonObject.class)) {
                known.add(CapacityForm.of(index.getString("IndexName"), index));
            }
            rows = known;
        }
        return known;
    }

    public void save() {
        boolean turned = isProvisioned() == TableSummary.isOnDemand(table.json());
        JsonObjectBuilder change = Json.createObjectBuilder();
        JsonArrayBuilder indexes = Json.createArrayBuilder();
        boolean anyIndex = false;
        boolean any = turned;
        for (CapacityForm row : getRows()) {
            JsonObjectBuilder update = row.getName().isEmpty() ? change : Json.createObjectBuilder();
            boolean changed = row.change(update, isProvisioned(), turned);
            any |= changed;
            if (changed && !row.getName().isEmpty()) {
                indexes.add(Json.createObjectBuilder().add("Update", update.add("IndexName", row.getName())));
                anyIndex = true;
            }
        }
        if (turned || !any) {
            change.add("BillingMode", getBilling());
        }
        if (anyIndex) {
            change.add("GlobalSecondaryIndexUpdates", indexes);
        }
        if (table.update(change, "capacitySaved")) {
            rows = null;
            billing = null;
        }
    }

    public String getBilling() {
        if (billing == null) {
            return TableSummary.isOnDemand(table.json()) ? "PAY_PER_REQUEST" : PROVISIONED;
        }
        return billing;
    }

    public void setBilling(@Nullable String billing) {
        this.billing = billing;
    }

    public boolean isProvisioned() {
        return getBilling().equals(PROVISIONED);
    }
}
