package org.extenddb.storage.jpa.table;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.extenddb.core.model.TableStream;
import org.extenddb.storage.jpa.entity.StreamEntity;
import org.extenddb.storage.jpa.entity.TableEntity;
import org.jspecify.annotations.Nullable;

/**
 * Creates and disables streams together with the definitions that name them: from the commit on each write of the table is made
 * for a definition that says whether it is recorded (ADR 14).
 */
final class StreamMapping {
    private static final String FIRST_SHARDS =
            "INSERT INTO ddb_stream_shard (stream_id, shard, bucket, created_at, after_sequence)"
                    + " SELECT :stream, n, n, :created, CASE WHEN is_called THEN last_value ELSE 0 END"
                    + " FROM ddb_stream_sequence, generate_series(0, :buckets - 1) AS n";

    private final int buckets;

    StreamMapping(int buckets) {
        this.buckets = buckets;
    }

    /** Nobody writes to a table that is new: its stream has shards at once. */
    void create(EntityManager entities, TableEntity table, @Nullable TableStream wanted) {
        if (wanted == null || !wanted.enabled()) {
            return;
        }
        StreamEntity stream = enable(entities, table, wanted);
        stream.settled = true;
        entities.flush();
        entities.createNativeQuery(FIRST_SHARDS)
                .setParameter("stream", stream.streamId)
                .setParameter("created", stream.createdAt)
                .setParameter("buckets", buckets)
                .executeUpdate();
    }

    /** @param wanted null when the table goes */
    void change(EntityManager entities, TableEntity table, @Nullable TableStream wanted) {
        boolean enabled = wanted != null && wanted.enabled();
        boolean isNew = wanted != null && enabled && wanted.id() == 0;
        if (table.recordedIn != null && (!enabled || isNew)) {
            disable(entities, table);
        }
        if (wanted != null && isNew) {
            enable(entities, table, wanted);
        }
    }

    private StreamEntity enable(EntityManager entities, TableEntity table, TableStream wanted) {
        StreamEntity stream = new StreamEntity();
        stream.streamId = ((Number)
                        entities.createNativeQuery("SELECT CAST(nextval('ddb_stream_id') AS int)", Integer.class)
                                .getSingleResult())
                .intValue();
        stream.account = table.account;
        stream.region = table.region;
        stream.tableName = table.name;
        stream.createdAt = after(table.streamCreatedAt);
        stream.viewType = wanted.viewType().name();
        stream.hashKey = table.hashKey;
        stream.rangeKey = table.rangeKey;
        stream.buckets = buckets;
        entities.persist(stream);
        table.streamId = stream.streamId;
        table.streamViewType = stream.viewType;
        table.streamCreatedAt = stream.createdAt;
        table.recordedIn = stream.streamId;
        table.recordedBuckets = stream.buckets;
        return stream;
    }

    private static void disable(EntityManager entities, TableEntity table) {
        StreamEntity stream = entities.find(StreamEntity.class, table.recordedIn);
        if (stream != null) {
            stream.disabledAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
            stream.settled = false;
        }
        table.recordedIn = null;
        table.recordedBuckets = null;
    }

    /** Labels of a table's streams differ, and tell their order. */
    private static Instant after(@Nullable Instant previous) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return previous == null || now.isAfter(previous) ? now : previous.plusMillis(1);
    }
}
