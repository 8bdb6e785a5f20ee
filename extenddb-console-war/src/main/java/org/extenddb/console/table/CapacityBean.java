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
import org.extenddb.console.message.Notices;
import org.jspecify.annotations.Nullable;

/** How a table's capacity is counted, and what it and its global indexes may take: one request changes all of it. */
@Named("capacity")
@ViewScoped
public class CapacityBean implements Serializable {
    private static final String PROVISIONED = "PROVISIONED";
    private static final int LOOKS = 25;
    private static final long PAUSE_MILLIS = 200;

    private final TableBean table;
    private final Notices notices;
    private @Nullable String billing;
    private @Nullable List<CapacityForm> rows;

    @SuppressWarnings({"NullAway", "unused"})
    protected CapacityBean() {
        this(null, null);
    }

    @Inject
    public CapacityBean(TableBean table, Notices notices) {
        this.table = table;
        this.notices = notices;
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

    /** What has changed, in one request where DynamoDB takes it in one. */
    public void save() {
        boolean turned = isProvisioned() == TableSummary.isOnDemand(table.json());
        JsonObjectBuilder own = Json.createObjectBuilder();
        JsonArrayBuilder indexes = Json.createArrayBuilder();
        for (CapacityForm row : getRows()) {
            JsonObjectBuilder update = row.getName().isEmpty() ? own : Json.createObjectBuilder();
            if (row.change(update, isProvisioned(), turned) && !row.getName().isEmpty()) {
                indexes.add(Json.createObjectBuilder().add("Update", update.add("IndexName", row.getName())));
            }
        }
        if (turned) {
            own.add("BillingMode", getBilling());
        }
        send(own.build(), indexes.build());
    }

    private void send(JsonObject own, JsonArray indexes) {
        JsonObjectBuilder ofIndexes = Json.createObjectBuilder();
        if (!indexes.isEmpty()) {
            ofIndexes.add("GlobalSecondaryIndexUpdates", indexes);
        }
        if (own.isEmpty() && indexes.isEmpty()) {
            notices.done("nothingChanged");
        } else if (own.containsKey("OnDemandThroughput") && !indexes.isEmpty()) {
            // A table's own bounds go with its mode of capacity and with nothing else.
            if (saved(Json.createObjectBuilder(own)) && isSettled()) {
                saved(ofIndexes);
            }
        } else {
            saved(ofIndexes.addAll(Json.createObjectBuilder(own)));
        }
    }

    private boolean saved(JsonObjectBuilder change) {
        boolean accepted = table.update(change, "capacitySaved");
        if (accepted) {
            rows = null;
            billing = null;
        }
        return accepted;
    }

    /** Waits for a table that is being changed; whatever comes next says so itself if it takes longer. */
    private boolean isSettled() {
        for (int i = 0; i < LOOKS && !table.getStatus().equals("ACTIVE"); i++) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            table.reload();
        }
        return true;
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
