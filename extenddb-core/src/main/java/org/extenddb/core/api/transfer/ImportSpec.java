package org.extenddb.core.api.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * What an import is to do: what was asked for, and the table that was made for it.
 *
 * @param storageId of the table
 */
public record ImportSpec(ImportRequest request, UUID tableId, int storageId) {
    /** The kind of its jobs. */
    public static final String KIND = "IMPORT";

    public static final String CSV = "CSV";

    public SourceMembers source() {
        return Objects.requireNonNull(request.source());
    }

    public String bucket() {
        return Objects.requireNonNull(source().bucket());
    }

    public String prefix() {
        return Objects.requireNonNullElse(source().keyPrefix(), "");
    }

    /** DYNAMODB_JSON, ION or CSV. */
    public String format() {
        return Objects.requireNonNull(request.inputFormat());
    }

    /** GZIP, ZSTD or NONE. */
    public String compression() {
        return Objects.requireNonNullElse(request.compression(), "NONE");
    }

    /** As JSON. */
    public String toJson() {
        JsonOutput out = new JsonOutput().beginObject();
        out.member("Request").beginObject();
        request.encodeMembers(out);
        out.endObject();
        out.member("TableId").string(tableId.toString());
        return out.member("StorageId").number(storageId).endObject().toString();
    }

    /** What {@link #toJson} wrote. */
    public static ImportSpec ofJson(String json) {
        Reader reader = new Reader();
        JsonInput.of(json.getBytes(StandardCharsets.UTF_8)).object(reader::member);
        return new ImportSpec(
                Objects.requireNonNull(reader.request),
                UUID.fromString(Objects.requireNonNull(reader.tableId)),
                Objects.requireNonNull(reader.storageId));
    }

    private static final class Reader {
        private @Nullable ImportRequest request;
        private @Nullable String tableId;
        private @Nullable Integer storageId;

        void member(String name, JsonInput in) {
            switch (name) {
                case "Request" -> request = ImportRequest.decode(in);
                case "TableId" -> tableId = in.string();
                case "StorageId" -> storageId = in.integer();
                default -> in.skip();
            }
        }
    }
}
