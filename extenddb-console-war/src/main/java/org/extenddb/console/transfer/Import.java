package org.extenddb.console.transfer;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.time.Instant;
import org.extenddb.console.value.EpochTime;
import org.jspecify.annotations.Nullable;

/**
 * An import as a list shows it.
 *
 * @param where bucket and what is below it
 * @param errors items that could not be taken
 * @param note why it failed; empty where it did not
 */
public record Import(
        String status,
        String table,
        String where,
        String format,
        long processed,
        long imported,
        long errors,
        @Nullable Instant begun,
        @Nullable Instant ended,
        String note)
        implements Serializable {
    /** ImportTableDescription. */
    static Import of(JsonObject description) {
        JsonObject source = description.getJsonObject("S3BucketSource");
        String arn = description.getString("TableArn");
        return new Import(
                description.getString("ImportStatus"),
                arn.substring(arn.lastIndexOf('/') + 1),
                source.getString("S3Bucket") + "/" + source.getString("S3KeyPrefix", ""),
                description.getString("InputFormat"),
                count(description, "ProcessedItemCount"),
                count(description, "ImportedItemCount"),
                count(description, "ErrorCount"),
                EpochTime.in(description, "StartTime"),
                EpochTime.in(description, "EndTime"),
                description.containsKey("FailureCode")
                        ? description.getString("FailureCode") + ": " + description.getString("FailureMessage", "")
                        : "");
    }

    private static long count(JsonObject description, String member) {
        return description.get(member) instanceof JsonNumber number ? number.longValue() : 0;
    }

    /** Items a second, from its begin to its end or till now. */
    public long rate() {
        Instant from = begun;
        if (from == null) {
            return 0;
        }
        Instant to = ended == null ? Instant.now() : ended;
        long millis = to.toEpochMilli() - from.toEpochMilli();
        return millis <= 0 ? 0 : processed * 1_000 / millis;
    }
}
