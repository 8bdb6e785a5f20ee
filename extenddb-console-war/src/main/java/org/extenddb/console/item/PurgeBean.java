package org.extenddb.console.item;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.message.Notices;
import org.extenddb.console.message.Once;
import org.extenddb.console.request.KeyPart;
import org.extenddb.console.table.TableBean;
import org.extenddb.console.value.JsonText;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/**
 * Deletes all items of a table and leaves the table: a step at a time, for as long as the page is open. Every deletion is a
 * request like any other, with its record in the stream.
 */
@Named("purge")
@ViewScoped
public class PurgeBean implements Serializable {
    private static final int AT_A_TIME = 500;
    private static final long STEP_NANOS = Duration.ofSeconds(2).toNanos();

    private final TableBean table;
    private final DynamoDb dynamoDb;
    private final ItemRemoval removal;
    private final Notices notices;
    private final Once once;
    private String typedName = "";
    private boolean running;
    private long deleted;
    private @Nullable String last;

    @SuppressWarnings({"NullAway", "unused"})
    protected PurgeBean() {
        this(null, null, null, null, null);
    }

    @Inject
    public PurgeBean(TableBean table, DynamoDb dynamoDb, ItemRemoval removal, Notices notices, Once once) {
        this.table = table;
        this.dynamoDb = dynamoDb;
        this.removal = removal;
        this.notices = notices;
        this.once = once;
    }

    /** What was written since must not go because a browser sends a form again. */
    public void begin() {
        if (running || !once.take()) {
            return;
        }
        if (!typedName.equals(table.getName())) {
            notices.problem(notices.text("nameDiffers"), "");
            return;
        }
        typedName = "";
        deleted = 0;
        last = null;
        running = true;
        step();
    }

    /** Goes on for a moment; the page asks for the next step. */
    public void step() {
        long until = System.nanoTime() + STEP_NANOS;
        running = running && notices.attempt(this::look) && running;
        while (running && System.nanoTime() < until) {
            running = notices.attempt(this::page) && running;
        }
        PrimeFaces.current().ajax().addCallbackParam("more", running);
    }

    /** Ends where another table has taken the place of the one that was shown. */
    private void look() {
        if (!table.isStillTheSame()) {
            running = false;
            notices.problem(notices.text("anotherTable"), notices.text("purgeOther", deleted));
        }
    }

    private void page() {
        String name = String.valueOf(table.getName());
        JsonObject page = dynamoDb.call("Scan", request(name));
        List<JsonObject> keys = page.getJsonArray("Items").getValuesAs(JsonObject.class);
        removal.delete(name, keys);
        deleted += keys.size();
        JsonObject end = page.getJsonObject("LastEvaluatedKey");
        last = end == null ? null : end.toString();
        if (end == null) {
            running = false;
            notices.done("purged", deleted);
        }
    }

    /** A page of keys, by names that need not be words of their own. */
    private JsonObject request(String name) {
        JsonObjectBuilder names = Json.createObjectBuilder();
        List<KeyPart> key = table.getKey();
        List<String> placeholders = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            placeholders.add("#k" + i);
            names.add("#k" + i, key.get(i).name());
        }
        JsonObjectBuilder request = Json.createObjectBuilder()
                .add("TableName", name)
                .add("Limit", AT_A_TIME)
                .add("ProjectionExpression", String.join(", ", placeholders))
                .add("ExpressionAttributeNames", names);
        if (last != null) {
            request.add("ExclusiveStartKey", JsonText.parse(last));
        }
        return request.build();
    }

    public void stop() {
        running = false;
    }

    public boolean isRunning() {
        return running;
    }

    public long getDeleted() {
        return deleted;
    }

    public String getTypedName() {
        return typedName;
    }

    public void setTypedName(@Nullable String typedName) {
        this.typedName = typedName == null ? "" : typedName;
    }
}
