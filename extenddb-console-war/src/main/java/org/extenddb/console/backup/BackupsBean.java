package org.extenddb.console.backup;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.message.FieldNotices;
import org.extenddb.console.message.Notices;
import org.extenddb.core.error.DynamoDbException;
import org.jspecify.annotations.Nullable;

/** Backups of one table, or of all: makes, restores and deletes them. */
@Named("backups")
@ViewScoped
public class BackupsBean implements Serializable {
    private final DynamoDb dynamoDb;
    private final Notices notices;
    private final FieldNotices fields;
    private @Nullable List<Backup> read;
    private String refusal = "";
    private String name = "";
    private @Nullable Backup chosen;
    private String target = "";

    @SuppressWarnings({"NullAway", "unused"})
    protected BackupsBean() {
        this(null, null, null);
    }

    @Inject
    public BackupsBean(DynamoDb dynamoDb, Notices notices, FieldNotices fields) {
        this.dynamoDb = dynamoDb;
        this.notices = notices;
        this.fields = fields;
    }

    /**
     * The latest first.
     *
     * @param table empty for those of all tables
     */
    public List<Backup> of(String table) {
        List<Backup> known = read;
        if (known == null) {
            List<Backup> fresh = new ArrayList<>();
            refusal = DynamoDb.refusal(() -> list(table, fresh));
            known = fresh;
            read = fresh;
        }
        return known;
    }

    private void list(String table, List<Backup> all) {
        String last = "";
        do {
            JsonObjectBuilder request = Json.createObjectBuilder();
            if (!table.isEmpty()) {
                request.add("TableName", table);
            }
            if (!last.isEmpty()) {
                request.add("ExclusiveStartBackupArn", last);
            }
            JsonObject page = dynamoDb.call("ListBackups", request.build());
            for (JsonObject backup : page.getJsonArray("BackupSummaries").getValuesAs(JsonObject.class)) {
                all.add(0, Backup.of(backup));
            }
            last = page.getString("LastEvaluatedBackupArn", "");
        } while (!last.isEmpty());
    }

    /** Why they cannot be listed; empty when they can. */
    public String getRefusal() {
        return refusal;
    }

    /** Whether one is being made. */
    public boolean isBusy() {
        List<Backup> known = read;
        return known != null
                && known.stream().anyMatch(backup -> backup.status().equals("CREATING"));
    }

    public void reload() {
        read = null;
    }

    public void create(String table) {
        JsonObject request = Json.createObjectBuilder()
                .add("TableName", table)
                .add("BackupName", name.strip())
                .build();
        try {
            dynamoDb.call("CreateBackup", request);
        } catch (DynamoDbException e) {
            fields.refused(e, "newBackup");
            return;
        }
        notices.done("backupBegun");
        name = "";
        read = null;
    }

    public void delete(String arn) {
        if (notices.attempt(() -> dynamoDb.call("DeleteBackup", about(arn).build()))) {
            notices.done("backupDeleted");
        }
        read = null;
    }

    /** Asks for the name of the table to make of it. */
    public void choose(Backup backup) {
        chosen = backup;
        target = backup.table() + "-restored";
    }

    public @Nullable String restore() {
        Backup backup = chosen;
        if (backup == null) {
            return null;
        }
        String table = target.strip();
        JsonObject request = about(backup.arn()).add("TargetTableName", table).build();
        try {
            dynamoDb.call("RestoreTableFromBackup", request);
        } catch (DynamoDbException e) {
            fields.refused(e, "restoring");
            return null;
        }
        notices.doneAndOn("restoreBegun", table);
        return "table?faces-redirect=true&name=" + table;
    }

    private static JsonObjectBuilder about(String arn) {
        return Json.createObjectBuilder().add("BackupArn", arn);
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public @Nullable Backup getChosen() {
        return chosen;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(@Nullable String target) {
        this.target = target == null ? "" : target;
    }
}
