package org.extenddb.console.table;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants to begin in a stream.
 *
 * @param type a ShardIteratorType
 * @param number a sequence number where the type needs one
 */
record StreamStart(String type, String number) implements Serializable {
    static final String LATEST = "LATEST";
    static final String TRIM_HORIZON = "TRIM_HORIZON";
    private static final List<String> NUMBERED = List.of("AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER");

    /** All that there is in shards that were not there before. */
    static final StreamStart NEW_SHARDS = new StreamStart(TRIM_HORIZON, "");

    static boolean isType(@Nullable String type) {
        return LATEST.equals(type) || TRIM_HORIZON.equals(type) || NUMBERED.contains(type);
    }

    boolean isNumbered() {
        return NUMBERED.contains(type);
    }

    /**
     * The request for an iterator of a shard.
     *
     * @param shard as DescribeStream has it
     * @return null when there is nothing in the shard that is wanted
     */
    @Nullable
    JsonObject request(String streamArn, JsonObject shard) {
        String wanted = typeIn(shard.getJsonObject("SequenceNumberRange"));
        if (wanted == null) {
            return null;
        }
        JsonObjectBuilder request = Json.createObjectBuilder()
                .add("StreamArn", streamArn)
                .add("ShardId", shard.getString("ShardId"))
                .add("ShardIteratorType", wanted);
        if (NUMBERED.contains(wanted)) {
            request.add("SequenceNumber", number);
        }
        return request.build();
    }

    /** Shards before the number have nothing, those after it are wanted whole. What is no number DynamoDB is to refuse in its own words. */
    private @Nullable String typeIn(JsonObject range) {
        String last = range.getString("EndingSequenceNumber", "");
        if (type.equals(LATEST)) {
            return last.isEmpty() ? LATEST : null;
        }
        if (!isNumbered() || !number.matches("[0-9]+")) {
            return type;
        }
        BigInteger from = new BigInteger(number);
        if (!last.isEmpty() && from.compareTo(new BigInteger(last)) > 0) {
            return null;
        }
        return from.compareTo(new BigInteger(range.getString("StartingSequenceNumber"))) < 0 ? TRIM_HORIZON : type;
    }
}
