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
import org.extenddb.core.error.DynamoDbException;
import org.jspecify.annotations.Nullable;

/** Imports: begins them and shows how far they are. */
@Named("imports")
@ViewScoped
public class ImportsBean implements Serializable {
    private static final int SHOWN = 20;

    private final DynamoDb dynamoDb;
    private final Notices notices;
    private final FieldNotices fields;
    private ImportForm form = new ImportForm();
    private @Nullable List<Import> read;
    private String refusal = "";

    @SuppressWarnings({"NullAway", "unused"})
    protected ImportsBean() {
        this(null, null, null);
    }

    @Inject
    public ImportsBean(DynamoDb dynamoDb, Notices notices, FieldNotices fields) {
        this.dynamoDb = dynamoDb;
        this.notices = notices;
        this.fields = fields;
    }

    public void begin() {
        try {
            dynamoDb.call("ImportTable", form.toJson());
        } catch (DynamoDbException e) {
            fields.refused(e, "import");
            return;
        }
        notices.done("importBegun");
        form = new ImportForm();
        read = null;
    }

    /** The latest ones. */
    public List<Import> getAll() {
        List<Import> known = read;
        if (known == null) {
            List<Import> fresh = new ArrayList<>();
            refusal = DynamoDb.refusal(() -> list(fresh));
            known = fresh;
            read = fresh;
        }
        return known;
    }

    private void list(List<Import> all) {
        JsonObject request = Json.createObjectBuilder().add("PageSize", SHOWN).build();
        for (JsonObject summary : dynamoDb.call("ListImports", request)
                .getJsonArray("ImportSummaryList")
                .getValuesAs(JsonObject.class)) {
            JsonObject about = Json.createObjectBuilder()
                    .add("ImportArn", summary.getString("ImportArn"))
                    .build();
            all.add(Import.of(dynamoDb.call("DescribeImport", about).getJsonObject("ImportTableDescription")));
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
        List<Import> known = read;
        return known != null && known.stream().anyMatch(each -> each.status().matches("IN_PROGRESS|CANCELLING"));
    }

    public String getCli() {
        return AwsCli.of("ImportTable", form.toJson());
    }

    public ImportForm getForm() {
        return form;
    }
}
