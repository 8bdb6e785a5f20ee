package org.extenddb.console.table;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.message.Notices;
import org.extenddb.console.value.PlainJson;
import org.jspecify.annotations.Nullable;

/** Follows a table's stream: what changes from now on, of all shards. */
@Named("stream")
@ViewScoped
public class StreamBean implements Serializable {
    private static final int SHOWN = 100;

    private final TableBean table;
    private final DynamoDb dynamoDb;
    private final Notices notices;
    private final Set<String> known = new HashSet<>();
    private List<String> iterators = new ArrayList<>();
    private final List<StreamChange> records = new ArrayList<>();
    private boolean following;

    @SuppressWarnings({"NullAway.Init", "unused"})
    protected StreamBean() {
        this(null, null, null);
    }

    @Inject
    public StreamBean(TableBean table, DynamoDb dynamoDb, Notices notices) {
        this.table = table;
        this.dynamoDb = dynamoDb;
        this.notices = notices;
    }

    /** A change. */
    public record StreamChange(
            Instant time,
            String event,
            String key,
            @Nullable String before,
            @Nullable String after) implements Serializable {
        static StreamChange of(JsonObject record) {
            JsonObject change = record.getJsonObject("dynamodb");
            return new StreamChange(
                    Instant.ofEpochSecond(
                            change.getJsonNumber("ApproximateCreationDateTime").longValue()),
                    record.getString("eventName"),
                    PlainJson.ofItem(change.getJsonObject("Keys")).toString(),
                    image(change, "OldImage"),
                    image(change, "NewImage"));
        }

        private static @Nullable String image(JsonObject change, String member) {
            JsonObject image = change.getJsonObject(member);
            return image == null ? null : PlainJson.ofItem(image).toString();
        }

        public Instant getTime() {
            return time;
        }

        public String getEvent() {
            return event;
        }

        public String getKey() {
            return key;
        }

        public @Nullable String getBefore() {
            return before;
        }

        public @Nullable String getAfter() {
            return after;
        }
    }

    public void toggle() {
        following = !following;
        if (following) {
            known.clear();
            iterators.clear();
            following = notices.attempt(() -> findShards("LATEST"));
        }
    }

    /** What has come since the last time. */
    public void read() {
        if (!following) {
            return;
        }
        following = notices.attempt(() -> {
            List<String> next = new ArrayList<>();
            for (String iterator : iterators) {
                JsonObject answer = dynamoDb.call(
                        "GetRecords",
                        Json.createObjectBuilder()
                                .add("ShardIterator", iterator)
                                .add("Limit", SHOWN)
                                .build());
                for (JsonObject record : answer.getJsonArray("Records").getValuesAs(JsonObject.class)) {
                    records.add(0, StreamChange.of(record));
                }
                if (answer.containsKey("NextShardIterator")) {
                    next.add(answer.getString("NextShardIterator"));
                }
            }
            iterators = next;
            findShards("TRIM_HORIZON");
            while (records.size() > SHOWN) {
                records.remove(records.size() - 1);
            }
        });
    }

    /** Takes up the shards that are new. @param from where to begin in them */
    private void findShards(String from) {
        JsonObjectBuilder about = Json.createObjectBuilder().add("StreamArn", table.getStreamArn());
        JsonObject stream = dynamoDb.call("DescribeStream", about.build()).getJsonObject("StreamDescription");
        for (JsonObject shard : stream.getJsonArray("Shards").getValuesAs(JsonObject.class)) {
            String id = shard.getString("ShardId");
            boolean closed = shard.getJsonObject("SequenceNumberRange").containsKey("EndingSequenceNumber");
            if (known.add(id) && !(closed && from.equals("LATEST"))) {
                JsonObject request = Json.createObjectBuilder()
                        .add("StreamArn", table.getStreamArn())
                        .add("ShardId", id)
                        .add("ShardIteratorType", from)
                        .build();
                iterators.add(dynamoDb.call("GetShardIterator", request).getString("ShardIterator"));
            }
        }
    }

    public boolean isFollowing() {
        return following;
    }

    public List<StreamChange> getRecords() {
        return records;
    }
}
