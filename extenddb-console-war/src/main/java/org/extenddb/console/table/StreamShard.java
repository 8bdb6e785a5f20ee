package org.extenddb.console.table;

import jakarta.json.JsonObject;

/**
 * A shard of a stream.
 *
 * @param parent empty where it has none that is kept
 * @param first the first sequence number
 * @param last empty while it is open
 */
public record StreamShard(String id, String parent, String first, String last) {
    static StreamShard of(JsonObject shard) {
        JsonObject range = shard.getJsonObject("SequenceNumberRange");
        return new StreamShard(
                shard.getString("ShardId"),
                shard.getString("ParentShardId", ""),
                range.getString("StartingSequenceNumber", ""),
                range.getString("EndingSequenceNumber", ""));
    }
}
