package org.extenddb.worker.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.extenddb.core.api.transfer.ExportCheckpoint.DataFile;
import org.extenddb.core.api.transfer.ExportDescription;
import org.extenddb.core.api.transfer.ExportSpec;
import org.extenddb.core.api.transfer.IncrementalMembers;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectWriter;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * The files that tell what an export consists of.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html">Export output</a>
 */
final class Manifests {
    private static final String FULL_VERSION = "2020-06-30";
    private static final String INCREMENTAL_VERSION = "2023-08-01";

    private final ObjectStore store;
    private final Job job;
    private final ExportSpec spec;
    private final String folder;

    Manifests(ObjectStore store, Job job, ExportSpec spec) {
        this.store = store;
        this.job = job;
        this.spec = spec;
        this.folder = spec.folder(job.id());
    }

    /** Shows that the bucket can be written to. */
    void started() throws IOException {
        put("_started", "");
    }

    void write(List<DataFile> files, JobProgress progress, Instant end) throws IOException {
        withChecksum("manifest-files", files(files));
        withChecksum("manifest-summary", summary(progress, end));
    }

    private static String files(List<DataFile> files) {
        StringBuilder lines = new StringBuilder();
        for (DataFile file : files) {
            JsonOutput out = new JsonOutput().beginObject();
            out.member("itemCount").number(file.items());
            out.member("md5Checksum").string(file.md5());
            out.member("etag").string(file.etag());
            out.member("dataFileS3Key").string(file.key());
            lines.append(out.endObject()).append('\n');
        }
        return lines.toString();
    }

    private String summary(JobProgress progress, Instant end) {
        JsonOutput out = new JsonOutput().beginObject();
        out.member("version").string(spec.isIncremental() ? INCREMENTAL_VERSION : FULL_VERSION);
        out.member("exportArn").string(ExportDescription.of(job).arn());
        time(out, "startTime", job.times().createdAt());
        time(out, "endTime", end);
        out.member("tableArn").string(job.table().arn());
        out.member("tableId").string(spec.tableId().toString());
        IncrementalMembers incremental = spec.request().incremental();
        if (spec.isIncremental() && incremental != null) {
            time(out, "exportFromTime", Objects.requireNonNull(incremental.from()));
            time(out, "exportToTime", spec.time());
        } else {
            time(out, "exportTime", spec.time());
        }
        out.member("s3Bucket").string(spec.bucket());
        string(out, "s3Prefix", spec.request().destination().prefix());
        string(
                out,
                "s3SseAlgorithm",
                Objects.requireNonNullElse(spec.request().destination().sseAlgorithm(), "AES256"));
        string(out, "s3SseKmsKeyId", spec.request().destination().sseKmsKeyId());
        out.member("manifestFilesS3Key").string(folder + "manifest-files.json");
        out.member("billedSizeBytes").number(spec.billedBytes(progress.bytes()));
        out.member("itemCount").number(progress.done());
        out.member("outputFormat").string(spec.isIon() ? ExportSpec.ION : "DYNAMODB_JSON");
        if (spec.isIncremental()) {
            out.member("outputView").string(spec.withOldImages() ? ExportSpec.NEW_AND_OLD_IMAGES : "NEW_IMAGE");
            out.member("exportType").string(ExportSpec.INCREMENTAL);
        }
        return out.endObject().toString();
    }

    private static void time(JsonOutput out, String member, Instant time) {
        out.member(member).string(time.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private static void string(JsonOutput out, String member, @Nullable String value) {
        out.member(member);
        if (value == null) {
            out.raw("null".getBytes(StandardCharsets.US_ASCII));
        } else {
            out.string(value);
        }
    }

    private void withChecksum(String name, String text) throws IOException {
        put(name + ".json", text);
        byte[] md5 = DataFileWriter.md5().digest(text.getBytes(StandardCharsets.UTF_8));
        put(name + ".md5", Base64.getEncoder().encodeToString(md5));
    }

    private void put(String name, String text) throws IOException {
        try (ObjectWriter writer = store.create(spec.bucket(), folder + name)) {
            writer.write(text.getBytes(StandardCharsets.UTF_8));
            writer.finish();
        }
    }
}
