package org.extenddb.console.transfer;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.time.Instant;
import org.extenddb.console.value.EpochTime;
import org.jspecify.annotations.Nullable;

/**
 * An export as a list shows it.
 *
 * @param where bucket and what is below it
 * @param note the manifest, or why it failed
 */
public record Export(
        String status,
        String type,
        String format,
        String where,
        long items,
        @Nullable Instant begun,
        @Nullable Instant ended,
        String note)
        implements Serializable {
    /** ExportDescription. */
    static Export of(JsonObject description) {
        return new Export(
                description.getString("ExportStatus"),
                description.getString("ExportType", "FULL_EXPORT"),
                description.getString("ExportFormat"),
                description.getString("S3Bucket") + "/" + description.getString("S3Prefix", ""),
                description.get("ItemCount") instanceof JsonNumber count ? count.longValue() : 0,
                EpochTime.in(description, "StartTime"),
                EpochTime.in(description, "EndTime"),
                description.containsKey("FailureCode")
                        ? description.getString("FailureCode") + ": " + description.getString("FailureMessage", "")
                        : description.getString("ExportManifest", ""));
    }
}
