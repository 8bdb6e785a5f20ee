package org.extenddb.console.table;

import jakarta.json.JsonObject;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.extenddb.console.value.ItemDifference;
import org.extenddb.console.value.PlainJson;

/**
 * A change that a stream tells of.
 *
 * @param changes what of the item is not as before, as far as the stream shows it; none where it shows keys alone
 */
public record StreamChange(
        Instant time, String sequenceNumber, String event, String key, List<ItemDifference.Change> changes)
        implements Serializable {
    public StreamChange {
        changes = List.copyOf(changes);
    }

    /** An element of GetRecords' answer. */
    static StreamChange of(JsonObject record) {
        JsonObject change = record.getJsonObject("dynamodb");
        JsonObject keys = change.getJsonObject("Keys");
        return new StreamChange(
                Instant.ofEpochSecond(
                        change.getJsonNumber("ApproximateCreationDateTime").longValue()),
                change.getString("SequenceNumber"),
                record.getString("eventName"),
                PlainJson.ofItem(keys).toString(),
                ItemDifference.between(image(change, "OldImage"), image(change, "NewImage")).changes().stream()
                        .filter(each -> !keys.containsKey(each.name()))
                        .toList());
    }

    private static JsonObject image(JsonObject change, String member) {
        JsonObject image = change.getJsonObject(member);
        return image == null ? JsonObject.EMPTY_JSON_OBJECT : image;
    }

    public Instant getTime() {
        return time;
    }

    public String getSequenceNumber() {
        return sequenceNumber;
    }

    public String getEvent() {
        return event;
    }

    public String getKey() {
        return key;
    }

    public List<ItemDifference.Change> getChanges() {
        return changes;
    }
}
