package org.extenddb.console.table;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.message.Notices;
import org.extenddb.console.request.KeyPart;
import org.extenddb.console.value.JsonText;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A table and what it is like. What changes it belongs to the beans of the tabs. */
@Named("table")
@ViewScoped
public class TableBean implements Serializable {
    private static final Set<String> TABS = Set.of(
            "overview",
            "indexes",
            "capacity",
            "stream",
            "ttl",
            "backups",
            "exports",
            "tags",
            "policy",
            "metrics",
            "settings");

    private final DynamoDb dynamoDb;
    private final Notices notices;
    private @Nullable String name;
    private String tab = "overview";
    private String described = "{}";
    private String expiry = "";
    private String expiryRefusal = "";

    @SuppressWarnings({"NullAway", "unused"})
    protected TableBean() {
        this(null, null);
    }

    @Inject
    public TableBean(DynamoDb dynamoDb, Notices notices) {
        this.dynamoDb = dynamoDb;
        this.notices = notices;
    }

    public @Nullable String open() {
        if (name == null || name.isBlank()) {
            return "tables?faces-redirect=true";
        }
        reload();
        return null;
    }

    /** Looks again. */
    public void reload() {
        described = dynamoDb.ofTable("DescribeTable", String.valueOf(name))
                .getJsonObject("Table")
                .toString();
        if (isThere() && (tab.equals("ttl") || tab.equals("overview"))) {
            expiryRefusal = DynamoDb.refusal(() -> expiry = dynamoDb.ofTable("DescribeTimeToLive", String.valueOf(name))
                    .getJsonObject("TimeToLiveDescription")
                    .toString());
        }
    }

    /** Whether there is more to it than a description: tables that are being made, restored or deleted are asked for nothing else. */
    public boolean isThere() {
        return getStatus().equals("ACTIVE") || getStatus().equals("UPDATING");
    }

    /** Whether its name still means this table: it may have been deleted since, and another one made in its place. */
    public boolean isStillTheSame() {
        JsonObject now = dynamoDb.ofTable("DescribeTable", String.valueOf(name)).getJsonObject("Table");
        return json().getString("TableId", "").equals(now.getString("TableId", ""));
    }

    /** Looks again, for a page that waits: it comes anew when there is more to see, and gives way when the table is gone. */
    public void await() {
        String status = getStatus();
        try {
            reload();
        } catch (DynamoDbException e) {
            if (e.code() != ErrorCode.RESOURCE_NOT_FOUND) {
                throw e;
            }
            go("tables?faces-redirect=true");
            return;
        }
        if (!getStatus().equals(status)) {
            go("table?faces-redirect=true&name=" + name + "&tab=" + tab);
        }
    }

    private static void go(String outcome) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getApplication().getNavigationHandler().handleNavigation(context, null, outcome);
    }

    /** The tab to show: most of what tabs ask a table can be answered only once it is there. */
    public String getContent() {
        return isThere() || tab.equals("overview") ? tab : "waiting";
    }

    /** Changes the table and looks again. */
    boolean update(JsonObjectBuilder change, String done) {
        boolean accepted = notices.attempt(() -> {
            dynamoDb.call(
                    "UpdateTable", change.add("TableName", String.valueOf(name)).build());
            reload();
        });
        if (accepted) {
            notices.done(done);
        }
        return accepted;
    }

    JsonObject json() {
        return JsonText.parse(described);
    }

    /** What DescribeTimeToLive says; empty where this tab does not ask. */
    JsonObject expiry() {
        return expiry.isEmpty() ? Json.createObjectBuilder().build() : JsonText.parse(expiry);
    }

    public String getArn() {
        return json().getString("TableArn", "");
    }

    public String getStatus() {
        return json().getString("TableStatus", "");
    }

    public @Nullable Instant getCreated() {
        return json().containsKey("CreationDateTime")
                ? Instant.ofEpochSecond(json().getJsonNumber("CreationDateTime").longValue())
                : null;
    }

    public TableSummary getSummary() {
        return TableSummary.of(json(), List.of());
    }

    public List<KeyPart> getKey() {
        return KeyParts.of(json());
    }

    public String getExpiry() {
        String status = expiry().getString("TimeToLiveStatus", "");
        return status.isEmpty() || status.equals("DISABLED")
                ? ""
                : status + " " + expiry().getString("AttributeName", "");
    }

    /** Why it is not known whether items expire; empty where it is. */
    public String getExpiryRefusal() {
        return expiryRefusal;
    }

    public String getStream() {
        JsonObject stream = json().getJsonObject("StreamSpecification");
        return stream == null || !stream.getBoolean("StreamEnabled", false)
                ? ""
                : stream.getString("StreamViewType", "");
    }

    public String getStreamArn() {
        return json().getString("LatestStreamArn", "");
    }

    /** Whether it is protected from deletion. */
    public boolean isGuarded() {
        return json().getBoolean("DeletionProtectionEnabled", false);
    }

    public String getTableClass() {
        JsonObject summary = json().getJsonObject("TableClassSummary");
        return summary == null ? "STANDARD" : summary.getString("TableClass", "STANDARD");
    }

    public String getDescription() {
        return JsonText.pretty(json());
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public String getTab() {
        return tab;
    }

    public void setTab(@Nullable String tab) {
        this.tab = tab != null && TABS.contains(tab) ? tab : "overview";
    }
}
