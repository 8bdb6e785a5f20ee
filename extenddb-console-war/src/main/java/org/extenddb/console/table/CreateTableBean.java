package org.extenddb.console.table;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.message.FieldNotices;
import org.extenddb.console.message.Notices;
import org.extenddb.console.request.AwsCli;
import org.extenddb.console.request.Terraform;
import org.extenddb.core.error.DynamoDbException;
import org.jspecify.annotations.Nullable;

/** Makes a table. */
@Named("createTable")
@ViewScoped
public class CreateTableBean implements Serializable {
    private final DynamoDb dynamoDb;
    private final Notices notices;
    private final FieldNotices fields;
    private NewTableForm form = new NewTableForm();
    private @Nullable String like;

    @SuppressWarnings({"NullAway", "unused"})
    protected CreateTableBean() {
        this(null, null, null);
    }

    @Inject
    public CreateTableBean(DynamoDb dynamoDb, Notices notices, FieldNotices fields) {
        this.dynamoDb = dynamoDb;
        this.notices = notices;
        this.fields = fields;
    }

    /** Fills the form with the structure of the table that the address names. */
    public void open() {
        String model = like;
        if (model != null && !model.isBlank()) {
            notices.attempt(() -> {
                JsonObject table = dynamoDb.ofTable("DescribeTable", model).getJsonObject("Table");
                AtomicReference<String> expiry = new AtomicReference<>("");
                AtomicReference<String> tags = new AtomicReference<>("");
                notices.tell(() -> expiry.set(expiry(model)));
                notices.tell(() -> tags.set(tags(table)));
                form = NewTableForm.like(table, expiry.get(), tags.get());
            });
        }
    }

    private String expiry(String table) {
        JsonObject expiry = dynamoDb.ofTable("DescribeTimeToLive", table).getJsonObject("TimeToLiveDescription");
        return expiry.getString("TimeToLiveStatus", "").startsWith("ENABL")
                ? expiry.getString("AttributeName", "")
                : "";
    }

    private String tags(JsonObject table) {
        JsonObject request = Json.createObjectBuilder()
                .add("ResourceArn", table.getString("TableArn"))
                .build();
        return dynamoDb.call("ListTagsOfResource", request).getJsonArray("Tags").getValuesAs(JsonObject.class).stream()
                .map(tag -> tag.getString("Key") + "=" + tag.getString("Value"))
                .collect(Collectors.joining("\n"));
    }

    public @Nullable String create() {
        try {
            dynamoDb.call("CreateTable", form.toJson());
        } catch (DynamoDbException e) {
            fields.refused(e, "create");
            return null;
        }
        JsonObject expiry = form.expiryJson();
        if (expiry != null) {
            expire(expiry);
        }
        notices.doneAndOn("tableCreated", form.getName().strip());
        return "items?faces-redirect=true&table=" + form.getName().strip();
    }

    /** The table is there, whatever comes of this; one that is being made says so. */
    private void expire(JsonObject expiry) {
        try {
            dynamoDb.call("UpdateTimeToLive", expiry);
        } catch (DynamoDbException e) {
            notices.refused(e);
        }
    }

    public void addIndex() {
        form.getIndexes().add(new IndexForm());
    }

    public void removeIndex(IndexForm index) {
        form.getIndexes().remove(index);
    }

    public @Nullable String getLike() {
        return like;
    }

    public void setLike(@Nullable String like) {
        this.like = like;
    }

    public NewTableForm getForm() {
        return form;
    }

    public String getCli() {
        JsonObject expiry = form.expiryJson();
        return AwsCli.of("CreateTable", form.toJson())
                + (expiry == null ? "" : "\n\n" + AwsCli.of("UpdateTimeToLive", expiry));
    }

    public String getTerraform() {
        return Terraform.of(
                form.toJson(),
                form.getExpiryAttribute().isBlank()
                        ? null
                        : form.getExpiryAttribute().strip());
    }
}
