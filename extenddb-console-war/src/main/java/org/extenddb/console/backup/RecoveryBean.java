package org.extenddb.console.backup;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.time.Instant;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.message.FieldNotices;
import org.extenddb.console.message.Notices;
import org.extenddb.console.table.TableBean;
import org.extenddb.console.value.EpochTime;
import org.extenddb.core.error.DynamoDbException;
import org.jspecify.annotations.Nullable;

/** Point-in-time recovery of a table. */
@Named("recovery")
@ViewScoped
public class RecoveryBean implements Serializable {
    private final TableBean table;
    private final DynamoDb dynamoDb;
    private final Notices notices;
    private final FieldNotices fields;
    private @Nullable Window read;
    private @Nullable Integer days;
    private @Nullable String target;
    private String time = "";

    @SuppressWarnings({"NullAway", "unused"})
    protected RecoveryBean() {
        this(null, null, null, null);
    }

    @Inject
    public RecoveryBean(TableBean table, DynamoDb dynamoDb, Notices notices, FieldNotices fields) {
        this.table = table;
        this.dynamoDb = dynamoDb;
        this.notices = notices;
        this.fields = fields;
    }

    /**
     * How far back a table can be restored.
     *
     * @param earliest null while it cannot
     * @param latest null while it cannot
     */
    public record Window(
            boolean enabled,
            int days,
            @Nullable Instant earliest,
            @Nullable Instant latest) implements Serializable {
        static final Window NONE = new Window(false, 35, null, null);

        static Window of(JsonObject description) {
            JsonObject recovery = description.getJsonObject("PointInTimeRecoveryDescription");
            return new Window(
                    recovery.getString("PointInTimeRecoveryStatus").equals("ENABLED"),
                    recovery.getInt("RecoveryPeriodInDays", NONE.days),
                    EpochTime.in(recovery, "EarliestRestorableDateTime"),
                    EpochTime.in(recovery, "LatestRestorableDateTime"));
        }
    }

    public Window getWindow() {
        Window known = read;
        if (known == null) {
            notices.attempt(() -> read = Window.of(dynamoDb.ofTable("DescribeContinuousBackups", name())
                    .getJsonObject("ContinuousBackupsDescription")));
            known = read == null ? Window.NONE : read;
            read = known;
        }
        return known;
    }

    /** @param on false to forget the past */
    public void save(boolean on) {
        JsonObjectBuilder specification = Json.createObjectBuilder().add("PointInTimeRecoveryEnabled", on);
        if (on) {
            specification.add("RecoveryPeriodInDays", getDays());
        }
        JsonObject request = Json.createObjectBuilder()
                .add("TableName", name())
                .add("PointInTimeRecoverySpecification", specification)
                .build();
        if (notices.attempt(() -> dynamoDb.call("UpdateContinuousBackups", request))) {
            notices.done(on ? "recoveryOn" : "recoveryOff");
        }
        read = null;
        days = null;
    }

    public @Nullable String restore() {
        JsonObjectBuilder request = Json.createObjectBuilder()
                .add("SourceTableName", name())
                .add("TargetTableName", getTarget().strip());
        if (time.isBlank()) {
            request.add("UseLatestRestorableTime", true);
        } else {
            JsonNumber wanted = EpochTime.read(time);
            if (wanted == null) {
                notices.problem(notices.text("timeWrong"), "");
                return null;
            }
            request.add("RestoreDateTime", wanted);
        }
        try {
            dynamoDb.call("RestoreTableToPointInTime", request.build());
        } catch (DynamoDbException e) {
            fields.refused(e, "toTime");
            return null;
        }
        notices.doneAndOn("restoreBegun", getTarget().strip());
        return "table?faces-redirect=true&name=" + getTarget().strip();
    }

    private String name() {
        return String.valueOf(table.getName());
    }

    public int getDays() {
        return days == null ? getWindow().days() : days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public String getTarget() {
        return target == null ? name() + "-restored" : target;
    }

    public void setTarget(@Nullable String target) {
        this.target = target == null ? "" : target;
    }

    /** Of a browser's field, in UTC; empty for the latest. */
    public String getTime() {
        return time;
    }

    public void setTime(@Nullable String time) {
        this.time = time == null ? "" : time;
    }
}
