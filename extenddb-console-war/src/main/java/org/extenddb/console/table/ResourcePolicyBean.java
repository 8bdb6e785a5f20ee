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
    /** The revision of a table without a policy. */
    private static final String NO_POLICY = "NO_POLICY";

    private final TableBean table;
    private final DynamoDb dynamoDb;
    private final Notices notices;
    private @Nullable String text;
    private String revision = "";

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

    /** Not over a policy that somebody else has written or taken away since this one was read. */
    public void save() {
        String policy = String.valueOf(text);
        try {
            JsonText.parse(policy);
        } catch (InvalidJsonException e) {
            notices.problem(e.getMessage(), "");
            return;
        }
        JsonObject request = expected().add("Policy", policy).build();
        if (notices.attempt(
                () -> revision = dynamoDb.call("PutResourcePolicy", request).getString("RevisionId", ""))) {
            notices.done("policySaved");
        }
    }

    public void delete() {
        JsonObject request = expected().build();
        if (notices.attempt(() -> dynamoDb.call("DeleteResourcePolicy", request))) {
            text = "";
            revision = NO_POLICY;
            notices.done("policyDeleted");
        }
    }

    private JsonObjectBuilder expected() {
        return revision.isEmpty() ? about() : about().add("ExpectedRevisionId", revision);
    }

    private JsonObjectBuilder about() {
        return Json.createObjectBuilder().add("ResourceArn", table.getArn());
    }

    private String read() {
        try {
            JsonObject found = dynamoDb.call("GetResourcePolicy", about().build());
            revision = found.getString("RevisionId", "");
            return JsonText.pretty(JsonText.parse(found.getString("Policy", "{}")));
        } catch (DynamoDbException e) {
            revision = e.code() == ErrorCode.POLICY_NOT_FOUND ? NO_POLICY : "";
            if (revision.isEmpty()) {
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
