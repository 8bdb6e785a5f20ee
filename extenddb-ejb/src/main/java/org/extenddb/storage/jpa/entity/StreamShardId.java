package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;

/** The number of a shard in its stream. */
@Embeddable
public class StreamShardId implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "stream_id")
    private int streamId;

    @Column(name = "shard")
    private int shard;

    protected StreamShardId() {}

    public StreamShardId(int streamId, int shard) {
        this.streamId = streamId;
        this.shard = shard;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamShardId that && streamId == that.streamId && shard == that.shard;
    }

    @Override
    public int hashCode() {
        return Objects.hash(streamId, shard);
    }
}
