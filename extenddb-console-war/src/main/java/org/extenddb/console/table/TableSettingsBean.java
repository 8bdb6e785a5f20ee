package org.extenddb.console.table;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.message.Notices;
import org.jspecify.annotations.Nullable;

/** What of a table can be set: stream, expiry, class, protection; and its end. */
@Named("tableSettings")
@ViewScoped
public class TableSettingsBean implements Serializable {
    private final TableBean table;
    private final DynamoDb dynamoDb;
    private final Notices notices;
    private @Nullable String viewType;
    private @Nullable String expiryAttribute;
    private @Nullable String tableClass;
    private String typedName = "";

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
        // A page may have stood open, or may be sent again, while the table was deleted and another one made in its
        // place.
        AtomicBoolean same = new AtomicBoolean();
        if (!notices.attempt(() -> same.set(table.isStillTheSame()))) {
            return null;
        }
        if (!same.get()) {
            notices.problem(notices.text("anotherTable"), notices.text("anotherTableText"));
            return null;
        }
        if (!notices.attempt(() -> dynamoDb.ofTable("DeleteTable", typedName))) {
            return null;
        }
        notices.doneAndOn("tableDeleted", typedName);
        return "tables?faces-redirect=true";
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
