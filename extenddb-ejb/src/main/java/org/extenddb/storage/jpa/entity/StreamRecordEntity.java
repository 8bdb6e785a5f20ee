package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change of an item. Written and read by native SQL alone, in the statement that changes the item. */
@Entity
@Table(name = "ddb_stream_record")
public class StreamRecordEntity {
    @Id
    @Column(name = "sequence")
    private long sequence;

    @Column(name = "ring", nullable = false)
    private int ring;

    @Column(name = "stream_id", nullable = false)
    private int streamId;

    @Column(name = "bucket", nullable = false)
    private int bucket;

    @Column(name = "written_at", nullable = false)
    private Instant writtenAt = Instant.EPOCH;

    @Column(name = "event", nullable = false)
    private String event = "";

    @Column(name = "by_service", nullable = false)
    private boolean byService;

    @Column(name = "old_size")
    private @Nullable Integer oldSize;

    @Column(name = "old_item")
    private byte @Nullable [] oldItem;

    @Column(name = "new_size")
    private @Nullable Integer newSize;

    @Column(name = "new_item")
    private byte @Nullable [] newItem;

    protected StreamRecordEntity() {}

    public long getSequence() {
        return sequence;
    }

    public int getRing() {
        return ring;
    }

    public int getStreamId() {
        return streamId;
    }

    public int getBucket() {
        return bucket;
    }

    public Instant getWrittenAt() {
        return writtenAt;
    }

    public String getEvent() {
        return event;
    }

    public boolean isByService() {
        return byService;
    }

    public @Nullable Integer getOldSize() {
        return oldSize;
    }

    public byte @Nullable [] getOldItem() {
        return oldItem == null ? null : oldItem.clone();
    }

    public @Nullable Integer getNewSize() {
        return newSize;
    }

    public byte @Nullable [] getNewItem() {
        return newItem == null ? null : newItem.clone();
    }
}
