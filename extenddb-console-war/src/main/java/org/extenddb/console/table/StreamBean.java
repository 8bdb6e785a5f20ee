package org.extenddb.console.table;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.extenddb.console.client.DynamoDb;
import org.extenddb.console.message.Notices;
import org.jspecify.annotations.Nullable;

/** Follows a table's stream: what changes from a place on, of all shards. */
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
    private String from = StreamStart.LATEST;
    private String number = "";

    @SuppressWarnings({"NullAway", "unused"})
    protected StreamBean() {
        this(null, null, null);
    }

    @Inject
    public StreamBean(TableBean table, DynamoDb dynamoDb, Notices notices) {
        this.table = table;
        this.dynamoDb = dynamoDb;
        this.notices = notices;
    }

    public void toggle() {
        following = !following;
        if (following) {
            known.clear();
            iterators.clear();
            records.clear();
            following = notices.attempt(() -> findShards(new StreamStart(from, number.strip())));
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
            findShards(StreamStart.NEW_SHARDS);
            while (records.size() > SHOWN) {
                records.remove(records.size() - 1);
            }
        });
    }

    /**
     * Takes up the shards that are new.
     *
     * @param begin where to begin in them
     */
    private void findShards(StreamStart begin) {
        for (JsonObject shard : shards()) {
            if (known.add(shard.getString("ShardId"))) {
                JsonObject request = begin.request(table.getStreamArn(), shard);
                if (request != null) {
                    iterators.add(dynamoDb.call("GetShardIterator", request).getString("ShardIterator"));
                }
            }
        }
    }

    /** The shards that there are, the oldest first. */
    public List<StreamShard> getShards() {
        List<StreamShard> all = new ArrayList<>();
        notices.attempt(() -> shards().forEach(shard -> all.add(StreamShard.of(shard))));
        return all;
    }

    private List<JsonObject> shards() {
        List<JsonObject> all = new ArrayList<>();
        String last = "";
        do {
            JsonObjectBuilder about = Json.createObjectBuilder().add("StreamArn", table.getStreamArn());
            if (!last.isEmpty()) {
                about.add("ExclusiveStartShardId", last);
            }
            JsonObject stream = dynamoDb.call("DescribeStream", about.build()).getJsonObject("StreamDescription");
            all.addAll(stream.getJsonArray("Shards").getValuesAs(JsonObject.class));
            last = stream.getString("LastEvaluatedShardId", "");
        } while (!last.isEmpty());
        return all;
    }

    /** Where following begins: a ShardIteratorType. */
    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from != null && StreamStart.isType(from) ? from : StreamStart.LATEST;
    }

    public boolean isNumbered() {
        return new StreamStart(from, number).isNumbered();
    }

    /** A sequence number, for those who begin at one. */
    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number == null ? "" : number;
    }

    public boolean isFollowing() {
        return following;
    }

    public List<StreamChange> getRecords() {
        return records;
    }
}
