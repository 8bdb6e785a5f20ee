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
import org.extenddb.console.value.InvalidJsonException;
import org.extenddb.console.value.JsonText;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The resource policy of a table. */
@Named("resourcePolicy")
@ViewScoped
public class ResourcePolicyBean implements Serializable {
    private final TableBean table;
    private final DynamoDb dynamoDb;
    private final Notices notices;
    private @Nullable String text;

    @SuppressWarnings({"NullAway", "unused"})
    protected ResourcePolicyBean() {
        this(null, null, null);
    }

    @Inject
    public ResourcePolicyBean(TableBean table, DynamoDb dynamoDb, Notices notices) {
        this.table = table;
        this.dynamoDb = dynamoDb;
        this.notices = notices;
    }

    public void save() {
        String policy = String.valueOf(text);
        try {
            JsonText.parse(policy);
        } catch (InvalidJsonException e) {
            notices.problem(e.getMessage(), "");
            return;
        }
        JsonObject request = about().add("Policy", policy).build();
        if (notices.attempt(() -> dynamoDb.call("PutResourcePolicy", request))) {
            notices.done("policySaved");
        }
    }

    public void delete() {
        if (notices.attempt(() -> dynamoDb.call("DeleteResourcePolicy", about().build()))) {
            text = "";
            notices.done("policyDeleted");
        }
    }

    private JsonObjectBuilder about() {
        return Json.createObjectBuilder().add("ResourceArn", table.getArn());
    }

    private String read() {
        try {
            String policy = dynamoDb.call("GetResourcePolicy", about().build()).getString("Policy", "");
            return policy.isEmpty() ? "" : JsonText.pretty(JsonText.parse(policy));
        } catch (DynamoDbException e) {
            if (e.code() != ErrorCode.POLICY_NOT_FOUND) {
                notices.refused(e);
            }
            return "";
        }
    }

    public String getText() {
        String shown = text == null ? read() : text;
        text = shown;
        return shown;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }
}
