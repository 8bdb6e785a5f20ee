package org.extenddb.worker.restore;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * How far a copy has come.
 *
 * @param cut the state that is copied
 * @param after the last key that is done
 */
record CopyCheckpoint(long cut, ItemKey after) {
    /** Before all keys. */
    static final ItemKey FIRST = new ItemKey(PartitionHash.fromUuid(new UUID(0, 0)), ByteString.EMPTY);

    String toJson() {
        JsonOutput out = new JsonOutput().beginObject();
        out.member("Cut").number(cut);
        out.member("Partition").string(after.partition().toUuid().toString());
        out.member("Sort").binary(after.sort());
        return out.endObject().toString();
    }

    static CopyCheckpoint ofJson(String json) {
        Reader reader = new Reader();
        JsonInput.of(json.getBytes(StandardCharsets.UTF_8)).object(reader::member);
        return new CopyCheckpoint(
                Objects.requireNonNull(reader.cut),
                new ItemKey(
                        PartitionHash.fromUuid(UUID.fromString(Objects.requireNonNull(reader.partition))),
                        ByteString.owning(Objects.requireNonNull(reader.sort))));
    }

    private static final class Reader {
        private @Nullable Long cut;
        private @Nullable String partition;
        private byte @Nullable [] sort;

        void member(String name, JsonInput in) {
            switch (name) {
                case "Cut" -> cut = in.longInteger();
                case "Partition" -> partition = in.string();
                case "Sort" -> sort = in.binary();
                default -> in.skip();
            }
        }
    }
}
