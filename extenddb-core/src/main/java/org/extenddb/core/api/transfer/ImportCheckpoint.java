package org.extenddb.core.api.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come.
 *
 * @param after the last object that is done; null for none
 * @param records of the next object that are done
 */
public record ImportCheckpoint(@Nullable String after, long records, Counts counts) {
    public static final ImportCheckpoint BEGIN = new ImportCheckpoint(null, 0, Counts.NONE);

    /**
     * What DescribeImport tells.
     *
     * @param processed items, with those that were not imported
     * @param errors items that were not imported, and objects that could not be read to their end
     * @param bytes of input, uncompressed
     */
    public record Counts(long processed, long imported, long errors, long bytes) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /** As JSON. */
    public String toJson() {
        JsonOutput out = new JsonOutput().beginObject();
        if (after != null) {
            out.member("After").string(after);
        }
        out.member("Records").number(records);
        out.member("Processed").number(counts.processed());
        out.member("Imported").number(counts.imported());
        out.member("Errors").number(counts.errors());
        return out.member("Bytes").number(counts.bytes()).endObject().toString();
    }

    /** What {@link #toJson} wrote; the beginning for null. */
    public static ImportCheckpoint ofJson(@Nullable String json) {
        if (json == null) {
            return BEGIN;
        }
        Reader reader = new Reader();
        JsonInput.of(json.getBytes(StandardCharsets.UTF_8)).object(reader::member);
        return new ImportCheckpoint(
                reader.after,
                Objects.requireNonNull(reader.records),
                new Counts(
                        Objects.requireNonNull(reader.processed),
                        Objects.requireNonNull(reader.imported),
                        Objects.requireNonNull(reader.errors),
                        Objects.requireNonNull(reader.bytes)));
    }

    private static final class Reader {
        private @Nullable String after;
        private @Nullable Long records;
        private @Nullable Long processed;
        private @Nullable Long imported;
        private @Nullable Long errors;
        private @Nullable Long bytes;

        void member(String name, JsonInput in) {
            switch (name) {
                case "After" -> after = in.string();
                case "Records" -> records = in.longInteger();
                case "Processed" -> processed = in.longInteger();
                case "Imported" -> imported = in.longInteger();
                case "Errors" -> errors = in.longInteger();
                case "Bytes" -> bytes = in.longInteger();
                default -> in.skip();
            }
        }
    }
}
