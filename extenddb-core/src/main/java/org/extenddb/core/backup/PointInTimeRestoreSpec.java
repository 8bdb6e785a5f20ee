package org.extenddb.core.backup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * What a restore to a point in time is to do; the table that it fills is the job's.
 *
 * @param storageId of the source
 * @param source where it was when the restore was asked for
 * @param time as of which items are restored
 * @param target storage id of the table that is filled; null in jobs of before version 29 of the schema
 */
public record PointInTimeRestoreSpec(
        int storageId,
        TableAddress source,
        Instant time,
        @Nullable Integer target) {
    /** The kind of its jobs. */
    public static final String KIND = "RESTORE_TO_POINT_IN_TIME";

    /** As JSON. */
    public String toJson() {
        JsonOutput out = new JsonOutput().beginObject();
        out.member("SourceStorageId").number(storageId);
        out.member("SourceAccount").string(source.account().value());
        out.member("SourceRegion").string(source.region().value());
        out.member("SourceTable").string(source.tableName());
        out.member("Time").string(time.toString());
        if (target != null) {
            out.member("TargetStorageId").number(target);
        }
        return out.endObject().toString();
    }

    /** What {@link #toJson} wrote. */
    public static PointInTimeRestoreSpec ofJson(String json) {
        Reader reader = new Reader();
        JsonInput.of(json.getBytes(StandardCharsets.UTF_8)).object(reader::member);
        return new PointInTimeRestoreSpec(
                Objects.requireNonNull(reader.storageId),
                new TableAddress(
                        new AccountId(Objects.requireNonNull(reader.account)),
                        new Region(Objects.requireNonNull(reader.region)),
                        Objects.requireNonNull(reader.table)),
                Instant.parse(Objects.requireNonNull(reader.time)),
                reader.target);
    }

    private static final class Reader {
        private @Nullable Integer storageId;
        private @Nullable String account;
        private @Nullable String region;
        private @Nullable String table;
        private @Nullable String time;
        private @Nullable Integer target;

        void member(String name, JsonInput in) {
            switch (name) {
                case "SourceStorageId" -> storageId = in.integer();
                case "SourceAccount" -> account = in.string();
                case "SourceRegion" -> region = in.string();
                case "SourceTable" -> table = in.string();
                case "Time" -> time = in.string();
                case "TargetStorageId" -> target = in.integer();
                default -> in.skip();
            }
        }
    }
}
