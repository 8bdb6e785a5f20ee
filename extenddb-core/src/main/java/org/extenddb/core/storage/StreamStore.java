package org.extenddb.core.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.jspecify.annotations.Nullable;

/**
 * What has become of items of tables with a stream. {@link ItemStore} records each change in the change's own transaction; one that
 * leaves the item as it was, byte for byte, is no change. Every committed change is answered exactly once by the shards of its
 * stream: changes of one item in the order in which they took effect, first in one shard and then in the shard's child. Whoever has
 * read a shard up to a sequence number has all that there is, and ever will be, up to there.
 *
 * <p>Streams are enabled and disabled through {@link TableCatalog}; those of deleted tables stay readable too, until {@link
 * #trim} takes their last record away.
 */
public interface StreamStore {
    /**
     * Finds a stream, enabled or not.
     *
     * @return null when there is none, or none any more
     */
    @Nullable
    StoredStream find(TableAddress table, Instant createdAt);

    /**
     * Streams of an account and region, by table name in UTF-8 byte order and then by age.
     *
     * @param tableName null for those of all tables
     * @param after only streams after this one, which need not exist; null for the first
     * @param limit at most this many
     */
    List<StoredStream> list(
            AccountId account, Region region, @Nullable String tableName, @Nullable StreamPlace after, int limit);

    /** A stream in the order of {@link #list}. */
    record StreamPlace(String tableName, Instant createdAt) {}

    /**
     * Makes true what the catalogue says of a stream: one that was enabled has shards from here on, and every write that is
     * acknowledged from here on is in them; one that was disabled has no open shard left. Waits for writes that are under way.
     *
     * @return false when they did not end in time, and nothing has changed; whoever calls again goes on
     */
    boolean settle(int streamId);

    /** The ids of streams that are to be settled. */
    List<Integer> unsettled();

    /** A stream's shards by number, which is their age; none as long as it is not settled. */
    List<StreamShard> shards(int streamId);

    /** The greatest sequence number that was ever given: acknowledged changes have none beyond it. */
    long lastSequence();

    /** The sequence number up to which records are gone. */
    long horizon();

    /**
     * Reads on in a shard.
     *
     * @param shard as it is known; whether it has ended meanwhile is looked up
     * @param after the sequence number to read on from, itself left out
     * @param limit at most this many records
     * @param maxBytes at most so many by the images' sizes, but one record in any case
     */
    RecordPage read(StreamShard shard, long after, int limit, long maxBytes);

    /**
     * Closes the open shards that are older than this and opens a child for each, of all streams that are enabled.
     *
     * @return how many streams
     */
    int rotate(Duration age);

    /** Takes away records that are older than this, then shards without records and disabled streams without shards. */
    void trim(Duration age);
}
