package org.extenddb.core.api.transfer;

import java.util.Objects;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFailure;
import org.extenddb.core.job.JobState;
import org.extenddb.core.wire.JsonOutput;

/** What ExportTableToPointInTime and DescribeExport answer of an export. */
public record ExportDescription(Job job, ExportSpec spec) {
    private static final JobFailure CANCELLED = new JobFailure("Cancelled", "The export was cancelled.");

    public static ExportDescription of(Job job) {
        return new ExportDescription(job, ExportSpec.ofJson(job.spec()));
    }

    public String arn() {
        return new TransferArn(job.table(), TransferArn.EXPORT, job.id()).toString();
    }

    /** DynamoDB has no status for one that was cancelled. */
    public String status() {
        return switch (job.state()) {
            case QUEUED, RUNNING -> "IN_PROGRESS";
            case COMPLETED -> "COMPLETED";
            case FAILED, CANCELLED -> "FAILED";
        };
    }

    public String type() {
        return spec.isIncremental() ? ExportSpec.INCREMENTAL : "FULL_EXPORT";
    }

    /** Writes the response object. */
    public static void encode(ExportDescription export, JsonOutput out) {
        out.beginObject().member("ExportDescription");
        export.encode(out);
        out.endObject();
    }

    private void encode(JsonOutput out) {
        out.beginObject().member("ExportArn").string(arn());
        out.member("ExportStatus").string(status());
        out.member("StartTime").epochSeconds(job.times().createdAt());
        if (job.times().endedAt() != null) {
            out.member("EndTime").epochSeconds(job.times().endedAt());
        }
        out.member("TableArn").string(job.table().arn());
        out.member("TableId").string(spec.tableId().toString());
        ExportRequest.string(out, "ExportType", spec.request().exportType());
        out.member("ExportFormat").string(spec.isIon() ? ExportSpec.ION : "DYNAMODB_JSON");
        times(out);
        ExportRequest.string(out, "ClientToken", spec.request().clientToken());
        destination(out);
        if (job.state() == JobState.COMPLETED) {
            out.member("ExportManifest").string(spec.folder(job.id()) + "manifest-summary.json");
            out.member("BilledSizeBytes").number(spec.billedBytes(job.progress().bytes()));
            out.member("ItemCount").number(job.progress().done());
        }
        if (status().equals("FAILED")) {
            JobFailure failure = Objects.requireNonNullElse(job.failure(), CANCELLED);
            out.member("FailureCode").string(failure.code());
            out.member("FailureMessage").string(failure.message());
        }
        out.endObject();
    }

    private void times(JsonOutput out) {
        IncrementalMembers incremental = spec.request().incremental();
        if (spec.isIncremental() && incremental != null) {
            String view = Objects.requireNonNullElse(incremental.viewType(), ExportSpec.NEW_AND_OLD_IMAGES);
            out.member("IncrementalExportSpecification");
            new IncrementalMembers(incremental.from(), spec.time(), view).encode(out);
        } else {
            out.member("ExportTime").epochSeconds(spec.time());
        }
    }

    private void destination(JsonOutput out) {
        ExportRequest.Destination to = spec.request().destination();
        out.member("DestinationType").string("S3");
        out.member("S3Bucket").string(spec.bucket());
        ExportRequest.string(out, "S3BucketOwner", to.bucketOwner());
        ExportRequest.string(out, "S3Prefix", to.prefix());
        out.member("S3SseAlgorithm").string(Objects.requireNonNullElse(to.sseAlgorithm(), "AES256"));
        ExportRequest.string(out, "S3SseKmsKeyId", to.sseKmsKeyId());
    }
}
