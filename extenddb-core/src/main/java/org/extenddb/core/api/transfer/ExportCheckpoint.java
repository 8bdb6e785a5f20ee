package org.extenddb.core.api.transfer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * How far an export has come.
 *
 * @param cut the state that is exported, as the history's sequence tells it
 * @param from of an incremental export, the state that it begins at; otherwise 0
 * @param after the last key that is in a file
 * @param files that are complete
 */
public record ExportCheckpoint(long cut, long from, ItemKey after, List<DataFile> files) {
    private static final ItemKey FIRST = new ItemKey(PartitionHash.fromUuid(new UUID(0, 0)), ByteString.EMPTY);

    public ExportCheckpoint {
        files = List.copyOf(files);
    }

    /**
     * A file of items.
     *
     * @param md5 in Base64, of the file as it is
     */
    public record DataFile(String key, long items, String md5, String etag) {}

    /** Before anything was done. */
    public static ExportCheckpoint begin(long cut, long from) {
        return new ExportCheckpoint(cut, from, FIRST, List.of());
    }

    /** With a file more, which ends at this key. */
    public ExportCheckpoint plus(DataFile file, ItemKey last) {
        List<DataFile> more = new ArrayList<>(files);
        more.add(file);
        return new ExportCheckpoint(cut, from, last, more);
    }

    /** As JSON. */
    public String toJson() {
        JsonOutput out = new JsonOutput().beginObject();
        out.member("Cut").number(cut);
        out.member("From").number(from);
        out.member("Partition").string(after.partition().toUuid().toString());
        out.member("Sort").binary(after.sort());
        out.member("Files").beginArray();
        for (DataFile file : files) {
            out.beginObject().member("Key").string(file.key());
            out.member("Items").number(file.items());
            out.member("Md5").string(file.md5());
            out.member("Etag").string(file.etag()).endObject();
        }
        return out.endArray().endObject().toString();
    }

    /** What {@link #toJson} wrote. */
    public static ExportCheckpoint ofJson(String json) {
        Reader reader = new Reader();
        JsonInput.of(json.getBytes(StandardCharsets.UTF_8)).object(reader::member);
        return new ExportCheckpoint(
                Objects.requireNonNull(reader.cut),
                Objects.requireNonNull(reader.from),
                new ItemKey(
                        PartitionHash.fromUuid(UUID.fromString(Objects.requireNonNull(reader.partition))),
                        ByteString.owning(Objects.requireNonNull(reader.sort))),
                Objects.requireNonNull(reader.files));
    }

    private static final class Reader {
        private @Nullable Long cut;
        private @Nullable Long from;
        private @Nullable String partition;
        private byte @Nullable [] sort;
        private @Nullable List<DataFile> files;

        void member(String name, JsonInput in) {
            switch (name) {
                case "Cut" -> cut = in.longInteger();
                case "From" -> from = in.longInteger();
                case "Partition" -> partition = in.string();
                case "Sort" -> sort = in.binary();
                case "Files" -> files = in.list(FileReader::read);
                default -> in.skip();
            }
        }
    }

    private static final class FileReader {
        private @Nullable String key;
        private @Nullable Long items;
        private @Nullable String md5;
        private @Nullable String etag;

        static DataFile read(JsonInput in) {
            FileReader file = new FileReader();
            in.object(file::member);
            return new DataFile(
                    Objects.requireNonNull(file.key),
                    Objects.requireNonNull(file.items),
                    Objects.requireNonNull(file.md5),
                    Objects.requireNonNull(file.etag));
        }

        private void member(String name, JsonInput in) {
            switch (name) {
                case "Key" -> key = in.string();
                case "Items" -> items = in.longInteger();
                case "Md5" -> md5 = in.string();
                case "Etag" -> etag = in.string();
                default -> in.skip();
            }
        }
    }
}
