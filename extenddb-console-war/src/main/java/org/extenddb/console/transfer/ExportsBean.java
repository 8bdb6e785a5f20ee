package org.extenddb.console.transfer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.message.FieldNotices;
import org.extenddb.console.message.Notices;
import org.extenddb.console.request.AwsCli;
import org.extenddb.console.table.TableBean;
import org.extenddb.core.error.DynamoDbException;
import org.jspecify.annotations.Nullable;

/** Exports of a table: begins them and shows how far they are. */
@Named("exports")
@ViewScoped
public class ExportsBean implements Serializable {
    private static final int SHOWN = 20;

    private final TableBean table;
    private final DynamoDb dynamoDb;
    private final Notices notices;
    private final FieldNotices fields;
    private ExportForm form = new ExportForm();
    private @Nullable List<Export> read;
    private String refusal = "";

    @SuppressWarnings({"NullAway", "unused"})
    protected ExportsBean() {
        this(null, null, null, null);
    }

    @Inject
    public ExportsBean(TableBean table, DynamoDb dynamoDb, Notices notices, FieldNotices fields) {
        this.table = table;
        this.dynamoDb = dynamoDb;
        this.notices = notices;
        this.fields = fields;
    }

    public void begin() {
        try {
            dynamoDb.call("ExportTableToPointInTime", form.toJson(table.getArn()));
        } catch (DynamoDbException e) {
            fields.refused(e, "export");
            return;
        }
        notices.done("exportBegun");
        form = new ExportForm();
        read = null;
    }

    /** The latest ones. */
    public List<Export> getAll() {
        List<Export> known = read;
        if (known == null) {
            List<Export> fresh = new ArrayList<>();
            refusal = DynamoDb.refusal(() -> list(fresh));
            known = fresh;
            read = fresh;
        }
        return known;
    }

    private void list(List<Export> all) {
        JsonObject request = Json.createObjectBuilder()
                .add("TableArn", table.getArn())
                .add("MaxResults", SHOWN)
                .build();
        for (JsonObject summary : dynamoDb.call("ListExports", request)
                .getJsonArray("ExportSummaries")
                .getValuesAs(JsonObject.class)) {
            JsonObject about = Json.createObjectBuilder()
                    .add("ExportArn", summary.getString("ExportArn"))
                    .build();
            all.add(Export.of(dynamoDb.call("DescribeExport", about).getJsonObject("ExportDescription")));
        }
    }

    /** Why they cannot be listed; empty when they can. */
    public String getRefusal() {
        return refusal;
    }

    public void reload() {
        read = null;
    }

    public boolean isBusy() {
        List<Export> known = read;
        return known != null
                && known.stream().anyMatch(export -> export.status().equals("IN_PROGRESS"));
    }

    public String getCli() {
        return AwsCli.of("ExportTableToPointInTime", form.toJson(table.getArn()));
    }

    public ExportForm getForm() {
        return form;
    }
}
