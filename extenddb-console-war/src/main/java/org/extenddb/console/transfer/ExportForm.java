package org.extenddb.console.transfer;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.util.UUID;
import org.extenddb.console.value.EpochTime;
import org.jspecify.annotations.Nullable;

/** An export as filled in. A Faces form writes it. */
public class ExportForm implements Serializable {
    private final String token = UUID.randomUUID().toString();
    private String bucket = "";
    private String prefix = "";
    private String format = "DYNAMODB_JSON";
    private boolean incremental;
    private String from = "";
    private String until = "";
    private String viewType = "NEW_AND_OLD_IMAGES";

    /** ExportTableToPointInTime, with a token: the form can be sent twice. */
    JsonObject toJson(String tableArn) {
        JsonObjectBuilder request = Json.createObjectBuilder()
                .add("TableArn", tableArn)
                .add("ClientToken", token)
                .add("S3Bucket", bucket.strip())
                .add("ExportFormat", format)
                .add("ExportType", incremental ? "INCREMENTAL_EXPORT" : "FULL_EXPORT");
        if (!prefix.isBlank()) {
            request.add("S3Prefix", prefix.strip());
        }
        if (incremental) {
            JsonObjectBuilder span = Json.createObjectBuilder();
            add(span, "ExportFromTime", from);
            add(span, "ExportToTime", until);
            request.add("IncrementalExportSpecification", span.add("ExportViewType", viewType));
        } else {
            add(request, "ExportTime", until);
        }
        return request.build();
    }

    private static void add(JsonObjectBuilder request, String member, String time) {
        JsonNumber seconds = EpochTime.read(time);
        if (seconds != null) {
            request.add(member, seconds);
        }
    }

    public String getBucket() {
        return bucket;
    }

    public void setBucket(@Nullable String bucket) {
        this.bucket = bucket == null ? "" : bucket;
    }

    public String getPrefix() {
        return prefix;
    }

    public void setPrefix(@Nullable String prefix) {
        this.prefix = prefix == null ? "" : prefix;
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = format;
    }

    public boolean isIncremental() {
        return incremental;
    }

    public void setIncremental(boolean incremental) {
        this.incremental = incremental;
    }

    /** Of a browser's field, in UTC. */
    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from == null ? "" : from;
    }

    /** Of a browser's field, in UTC; empty for now. */
    public String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until == null ? "" : until;
    }

    public String getViewType() {
        return viewType;
    }

    public void setViewType(String viewType) {
        this.viewType = viewType;
    }
}
