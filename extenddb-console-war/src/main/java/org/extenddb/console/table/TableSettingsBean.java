package org.extenddb.console.table;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.message.Notices;
import org.jspecify.annotations.Nullable;

/** What of a table can be set: capacity, stream, expiry, class, protection; and its end. */
@Named("tableSettings")
@ViewScoped
public class TableSettingsBean implements Serializable {
    private final TableBean table;
    private final DynamoDb dynamoDb;
    private final Notices notices;
    private @Nullable String billing;
    private @Nullable Long readUnits;
    private @Nullable Long writeUnits;
    private @Nullable String viewType;
    private @Nullable String expiryAttribute;
    private @Nullable String tableClass;
    private String typedName = "";
    private boolean deleted;

    @SuppressWarnings({"NullAway", "unused"})
    protected TableSettingsBean() {
        this(null, null, null);
    }

    @Inject
    public TableSettingsBean(TableBean table, DynamoDb dynamoDb, Notices notices) {
        this.table = table;
        this.dynamoDb = dynamoDb;
        this.notices = notices;
    }

    public void saveCapacity() {
        JsonObjectBuilder change = Json.createObjectBuilder().add("BillingMode", getBilling());
        if (isProvisioned()) {
            change.add(
                    "ProvisionedThroughput",
                    Json.createObjectBuilder()
                            .add("ReadCapacityUnits", getReadUnits())
                            .add("WriteCapacityUnits", getWriteUnits()));
        }
        table.update(change, "capacitySaved");
    }

    public void saveStream() {
        boolean on = !getViewType().isEmpty();
        JsonObjectBuilder stream = Json.createObjectBuilder().add("StreamEnabled", on);
        if (on) {
            stream.add("StreamViewType", getViewType());
        }
        table.update(Json.createObjectBuilder().add("StreamSpecification", stream), "streamSaved");
    }

    /** @param on false to let items stay from now on */
    public void saveExpiry(boolean on) {
        JsonObject request = Json.createObjectBuilder()
                .add("TableName", String.valueOf(table.getName()))
                .add(
                        "TimeToLiveSpecification",
                        Json.createObjectBuilder().add("Enabled", on).add("AttributeName", getExpiryAttribute()))
                .build();
        boolean accepted = notices.attempt(() -> {
            dynamoDb.call("UpdateTimeToLive", request);
            table.reload();
        });
        if (accepted) {
            notices.done(on ? "expiryOn" : "expiryOff");
        }
    }

    public void saveClass() {
        table.update(Json.createObjectBuilder().add("TableClass", getTableClass()), "classSaved");
    }

    public void protect(boolean on) {
        table.update(
                Json.createObjectBuilder().add("DeletionProtectionEnabled", on),
                on ? "protectedNow" : "unprotectedNow");
    }

    public @Nullable String delete() {
        if (!typedName.equals(table.getName())) {
            notices.problem(notices.text("nameDiffers"), "");
            return null;
        }
        if (!notices.attempt(this::deleteIfTheSame)) {
            return null;
        }
        if (!deleted) {
            notices.problem(notices.text("anotherTable"), notices.text("anotherTableText"));
            return null;
        }
        notices.doneAndOn("tableDeleted", typedName);
        return "tables?faces-redirect=true";
    }

    /** A page may have stood open, or may be sent again, while the table was deleted and another one made in its place. */
    private void deleteIfTheSame() {
        String shown = table.json().getString("TableId", "");
        JsonObject now = dynamoDb.ofTable("DescribeTable", typedName).getJsonObject("Table");
        deleted = shown.equals(now.getString("TableId", ""));
        if (deleted) {
            dynamoDb.ofTable("DeleteTable", typedName);
        }
    }

    public String getBilling() {
        return billing == null
                ? table.getSummary().billing().startsWith("On") ? "PAY_PER_REQUEST" : "PROVISIONED"
                : billing;
    }

    public void setBilling(@Nullable String billing) {
        this.billing = billing;
    }

    public boolean isProvisioned() {
        return getBilling().equals("PROVISIONED");
    }

    public long getReadUnits() {
        return readUnits == null ? units("ReadCapacityUnits") : readUnits;
    }

    public void setReadUnits(long readUnits) {
        this.readUnits = readUnits;
    }

    public long getWriteUnits() {
        return writeUnits == null ? units("WriteCapacityUnits") : writeUnits;
    }

    public void setWriteUnits(long writeUnits) {
        this.writeUnits = writeUnits;
    }

    /** On-demand tables have 0 units, which nobody can ask for. */
    private long units(String member) {
        JsonObject units = table.json().getJsonObject("ProvisionedThroughput");
        return units == null ? 5 : Math.max(1, units.getInt(member, 5));
    }

    /** Empty for no stream. */
    public String getViewType() {
        return viewType == null ? table.getStream() : viewType;
    }

    public void setViewType(@Nullable String viewType) {
        this.viewType = viewType == null ? "" : viewType;
    }

    public String getExpiryAttribute() {
        return expiryAttribute == null ? table.expiry().getString("AttributeName", "") : expiryAttribute;
    }

    public void setExpiryAttribute(@Nullable String expiryAttribute) {
        this.expiryAttribute = expiryAttribute == null ? "" : expiryAttribute.strip();
    }

    public String getTableClass() {
        return tableClass == null ? table.getTableClass() : tableClass;
    }

    public void setTableClass(@Nullable String tableClass) {
        this.tableClass = tableClass;
    }

    public String getTypedName() {
        return typedName;
    }

    public void setTypedName(@Nullable String typedName) {
        this.typedName = typedName == null ? "" : typedName;
    }
}
