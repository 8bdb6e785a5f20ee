package org.extenddb.core.api.transfer;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * ExportTableToPointInTime as sent.
 *
 * @param filter null where there is no FilterSpecification
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExportTableToPointInTime.html">ExportTableToPointInTime</a>
 */
public record ExportRequest(
        @Nullable String tableArn,
        @Nullable Instant exportTime,
        @Nullable String clientToken,
        Destination destination,
        @Nullable String exportFormat,
        @Nullable String exportType,
        @Nullable IncrementalMembers incremental,
        @Nullable Filter filter) {
    /** FilterSpecification, of which nothing is known but whether it has members. */
    public enum Filter {
        EMPTY,
        GIVEN
    }

    /** Where to. */
    public record Destination(
            @Nullable String bucket,
            @Nullable String bucketOwner,
            @Nullable String prefix,
            @Nullable String sseAlgorithm,
            @Nullable String sseKmsKeyId) {}

    /** Reads the request object. */
    public static ExportRequest decode(JsonInput in) {
        Reader reader = new Reader();
        in.object(reader::member);
        return reader.request();
    }

    /** Writes the members, within an object. */
    public void encodeMembers(JsonOutput out) {
        string(out, "TableArn", tableArn);
        if (exportTime != null) {
            out.member("ExportTime").epochSeconds(exportTime);
        }
        string(out, "ClientToken", clientToken);
        string(out, "S3Bucket", destination.bucket);
        string(out, "S3BucketOwner", destination.bucketOwner);
        string(out, "S3Prefix", destination.prefix);
        string(out, "S3SseAlgorithm", destination.sseAlgorithm);
        string(out, "S3SseKmsKeyId", destination.sseKmsKeyId);
        string(out, "ExportFormat", exportFormat);
        string(out, "ExportType", exportType);
        if (incremental != null) {
            out.member("IncrementalExportSpecification");
            incremental.encode(out);
        }
    }

    static void string(JsonOutput out, String member, @Nullable String value) {
        if (value != null) {
            out.member(member).string(value);
        }
    }

    private static final class Reader {
        private @Nullable String tableArn;
        private @Nullable Instant exportTime;
        private @Nullable String clientToken;
        private @Nullable String bucket;
        private @Nullable String bucketOwner;
        private @Nullable String prefix;
        private @Nullable String sseAlgorithm;
        private @Nullable String sseKmsKeyId;
        private @Nullable String exportFormat;
        private @Nullable String exportType;
        private @Nullable IncrementalMembers incremental;
        private @Nullable Filter filter;

        void member(String name, JsonInput in) {
            switch (name) {
                case "TableArn" -> tableArn = in.string();
                case "ExportTime" -> exportTime = in.epochSeconds();
                case "ClientToken" -> clientToken = in.string();
                case "S3Bucket" -> bucket = in.string();
                case "S3BucketOwner" -> bucketOwner = in.string();
                case "S3Prefix" -> prefix = in.string();
                case "S3SseAlgorithm" -> sseAlgorithm = in.string();
                case "S3SseKmsKeyId" -> sseKmsKeyId = in.string();
                case "ExportFormat" -> exportFormat = in.string();
                case "ExportType" -> exportType = in.string();
                case "IncrementalExportSpecification" -> incremental = IncrementalMembers.decode(in);
                case "FilterSpecification" -> filter = filter(in);
                default -> in.skip();
            }
        }

        private static @Nullable Filter filter(JsonInput in) {
            AtomicBoolean some = new AtomicBoolean();
            boolean there = in.object((name, value) -> {
                some.set(true);
                value.skip();
            });
            if (!there) {
                return null;
            }
            return some.get() ? Filter.GIVEN : Filter.EMPTY;
        }

        ExportRequest request() {
            return new ExportRequest(
                    tableArn,
                    exportTime,
                    clientToken,
                    new Destination(bucket, bucketOwner, prefix, sseAlgorithm, sseKmsKeyId),
                    exportFormat,
                    exportType,
                    incremental,
                    filter);
        }
    }
}
