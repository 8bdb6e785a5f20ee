package org.extenddb.core.api.transfer;

import org.extenddb.core.api.transfer.ImportCheckpoint.Counts;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobState;
import org.extenddb.core.wire.JsonOutput;

/** What ImportTable and DescribeImport answer of an import. */
public record ImportDescription(Job job, ImportSpec spec, Counts counts) {
    public static ImportDescription of(Job job) {
        return new ImportDescription(
                job,
                ImportSpec.ofJson(job.spec()),
                ImportCheckpoint.ofJson(job.checkpoint()).counts());
    }

    /** Writes the response object. */
    public static void encode(ImportDescription description, JsonOutput out) {
        out.beginObject().member("ImportTableDescription");
        description.encode(out);
        out.endObject();
    }

    /** Writes an element of ListImports' answer. */
    void encodeSummary(JsonOutput out) {
        out.beginObject();
        heading(out);
        out.member("S3BucketSource");
        spec.source().ownedBy(job.table().account()).encode(out);
        out.member("InputFormat").string(spec.format());
        times(out);
        out.endObject();
    }

    private void encode(JsonOutput out) {
        out.beginObject();
        heading(out);
        out.member("TableId").string(spec.tableId().toString());
        spec.request().ownedBy(job.table().account()).encodeMembers(out);
        if (spec.request().compression() == null) {
            out.member("InputCompressionType").string(spec.compression());
        }
        out.member("ErrorCount").number(counts.errors());
        out.member("ProcessedItemCount").number(counts.processed());
        out.member("ImportedItemCount").number(counts.imported());
        out.member("ProcessedSizeBytes").number(counts.bytes());
        times(out);
        if (job.failure() != null) {
            out.member("FailureCode").string(job.failure().code());
            out.member("FailureMessage").string(job.failure().message());
        }
        out.endObject();
    }

    private void heading(JsonOutput out) {
        out.member("ImportArn").string(new TransferArn(job.table(), TransferArn.IMPORT, job.id()).toString());
        out.member("ImportStatus").string(status());
        out.member("TableArn").string(job.table().arn());
    }

    private void times(JsonOutput out) {
        out.member("StartTime").epochSeconds(job.times().createdAt());
        if (job.times().endedAt() != null) {
            out.member("EndTime").epochSeconds(job.times().endedAt());
        }
    }

    private String status() {
        if (job.state() == JobState.QUEUED || job.state() == JobState.RUNNING) {
            return job.cancelRequested() ? "CANCELLING" : "IN_PROGRESS";
        }
        return job.state().name();
    }
}
