package org.extenddb.core.api.transfer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * What an export is to do: what was asked for, and what that meant at that moment.
 *
 * @param storageId of the table
 * @param keyNames of the table's key attributes
 * @param time as of which the items are exported; of an incremental export its end
 */
public record ExportSpec(ExportRequest request, UUID tableId, int storageId, List<String> keyNames, Instant time) {
    /** The kind of its jobs. */
    public static final String KIND = "EXPORT";

    public static final String INCREMENTAL = "INCREMENTAL_EXPORT";
    public static final String ION = "ION";
    public static final String NEW_AND_OLD_IMAGES = "NEW_AND_OLD_IMAGES";

    public static final Duration SHORTEST = Duration.ofMinutes(15);
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final long LEAST_BILLED = 10_000_000;
    private static final String FOLDER = "AWSDynamoDB/";

    public ExportSpec {
        keyNames = List.copyOf(keyNames);
    }

    public boolean isIncremental() {
        return INCREMENTAL.equals(request.exportType());
    }

    public boolean isIon() {
        return ION.equals(request.exportFormat());
    }

    /** Whether an incremental export tells what items were before. */
    public boolean withOldImages() {
        return request.incremental() != null
                && (request.incremental().viewType() == null
                        || NEW_AND_OLD_IMAGES.equals(request.incremental().viewType()));
    }

    public String bucket() {
        return Objects.requireNonNull(request.destination().bucket());
    }

    /** Where the manifests are, with a slash at the end. */
    public String folder(String exportId) {
        return root() + exportId + "/";
    }

    /** Where the items are, with a slash at the end: incremental exports of one place share it. */
    public String dataFolder(String exportId) {
        return (isIncremental() ? root() : folder(exportId)) + "data/";
    }

    /** How much of DynamoDB's bill it is: an incremental export is ten megabytes at least. */
    public long billedBytes(long bytes) {
        return isIncremental() ? Math.max(LEAST_BILLED, bytes) : bytes;
    }

    private String root() {
        return root(request.destination().prefix());
    }

    /** Where exports with a prefix are, with a slash at the end. */
    public static String root(@Nullable String prefix) {
        return prefix == null || prefix.isEmpty() ? FOLDER : prefix + (prefix.endsWith("/") ? "" : "/") + FOLDER;
    }

    /** As JSON. */
    public String toJson() {
        JsonOutput out = new JsonOutput().beginObject();
        out.member("Request").beginObject();
        request.encodeMembers(out);
        out.endObject();
        out.member("TableId").string(tableId.toString());
        out.member("StorageId").number(storageId);
        out.member("KeyNames").strings(keyNames);
        return out.member("Time").string(time.toString()).endObject().toString();
    }

    /** What {@link #toJson} wrote. */
    public static ExportSpec ofJson(String json) {
        Reader reader = new Reader();
        JsonInput.of(json.getBytes(StandardCharsets.UTF_8)).object(reader::member);
        return new ExportSpec(
                Objects.requireNonNull(reader.request),
                UUID.fromString(Objects.requireNonNull(reader.tableId)),
                Objects.requireNonNull(reader.storageId),
                Objects.requireNonNull(reader.keyNames),
                Instant.parse(Objects.requireNonNull(reader.time)));
    }

    private static final class Reader {
        private @Nullable ExportRequest request;
        private @Nullable String tableId;
        private @Nullable Integer storageId;
        private @Nullable List<String> keyNames;
        private @Nullable String time;

        void member(String name, JsonInput in) {
            switch (name) {
                case "Request" -> request = ExportRequest.decode(in);
                case "TableId" -> tableId = in.string();
                case "StorageId" -> storageId = in.integer();
                case "KeyNames" -> keyNames = in.list(JsonInput::string);
                case "Time" -> time = in.string();
                default -> in.skip();
            }
        }
    }
}
