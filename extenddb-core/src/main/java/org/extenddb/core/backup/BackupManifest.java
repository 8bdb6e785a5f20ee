package org.extenddb.core.backup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.backup.StoredBackup.Size;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * What a backup consists of: the table and its parts. It is written when all parts are there; without it there is no backup.
 *
 * @param id of the backup where it was made
 */
public record BackupManifest(
        String id, String name, Instant createdAt, BackupTable table, Size size, List<Part> parts) {
    /** The manifest's key behind the backup's prefix. */
    public static final String KEY = "manifest.json";

    /** The key of the manifest's own checksum. */
    public static final String CHECKSUM_KEY = "manifest.sha256";

    private static final String FORMAT = "extenddb-backup";
    private static final int VERSION = 1;

    public BackupManifest {
        parts = List.copyOf(parts);
    }

    /**
     * Items, one a line, in canonical DynamoDB JSON, by gzip.
     *
     * @param key behind the backup's prefix
     * @param sha256 of the object's bytes, in hexadecimal digits
     */
    public record Part(String key, long items, long bytes, String sha256) {
        void encode(JsonOutput out) {
            out.beginObject().member("Key").string(key);
            out.member("Items").number(items);
            out.member("Bytes").number(bytes);
            out.member("Sha256").string(sha256).endObject();
        }
    }

    /** As JSON. */
    public byte[] toJson() {
        JsonOutput out = new JsonOutput().beginObject();
        out.member("Format").string(FORMAT);
        out.member("Version").number(VERSION);
        out.member("BackupId").string(id);
        out.member("BackupName").string(name);
        out.member("CreatedAt").string(createdAt.toString());
        out.member("Items").number(size.items());
        out.member("Bytes").number(size.bytes());
        out.member("Table");
        BackupTableCodec.encode(table, out);
        out.member("Parts").beginArray();
        parts.forEach(part -> part.encode(out));
        return out.endArray().endObject().toByteArray();
    }

    /**
     * Reads one, which may come from anywhere.
     *
     * @throws IllegalArgumentException when it is none, or one of a later version
     */
    public static BackupManifest ofJson(byte[] json) {
        Reader reader = new Reader();
        JsonInput.of(json).object(reader::member);
        return reader.manifest();
    }

    private static final class Reader {
        private @Nullable String format;
        private @Nullable Integer version;
        private @Nullable String id;
        private @Nullable String name;
        private @Nullable String createdAt;
        private long items;
        private long bytes;
        private @Nullable BackupTable table;
        private final List<Part> parts = new ArrayList<>();

        void member(String member, JsonInput in) {
            switch (member) {
                case "Format" -> format = in.string();
                case "Version" -> version = in.integer();
                case "BackupId" -> id = in.string();
                case "BackupName" -> name = in.string();
                case "CreatedAt" -> createdAt = in.string();
                case "Items" -> items = number(in.longInteger());
                case "Bytes" -> bytes = number(in.longInteger());
                case "Table" -> table = BackupTableCodec.decode(in);
                case "Parts" -> in.list(element -> parts.add(part(element)));
                default -> in.skip();
            }
        }

        BackupManifest manifest() {
            if (!FORMAT.equals(format) || version == null || version > VERSION) {
                throw new IllegalArgumentException("no manifest of a backup that this server can read");
            }
            if (id == null || name == null || createdAt == null || table == null) {
                throw new IllegalArgumentException("the manifest is not complete");
            }
            return new BackupManifest(id, name, Instant.parse(createdAt), table, new Size(items, bytes), parts);
        }

        private static Part part(JsonInput in) {
            PartReader reader = new PartReader();
            in.object(reader::member);
            if (reader.key == null || reader.sha256 == null) {
                throw new IllegalArgumentException("a part of the manifest is not complete");
            }
            return new Part(reader.key, reader.items, reader.bytes, reader.sha256);
        }

        private static long number(@Nullable Long value) {
            return value == null ? 0 : value;
        }
    }

    private static final class PartReader {
        private @Nullable String key;
        private @Nullable String sha256;
        private long items;
        private long bytes;

        void member(String member, JsonInput in) {
            switch (member) {
                case "Key" -> key = in.string();
                case "Items" -> items = Reader.number(in.longInteger());
                case "Bytes" -> bytes = Reader.number(in.longInteger());
                case "Sha256" -> sha256 = in.string();
                default -> in.skip();
            }
        }
    }

    /** The text of an object that has a checksum. */
    public static byte[] checksum(String sha256) {
        return sha256.getBytes(StandardCharsets.US_ASCII);
    }
}
