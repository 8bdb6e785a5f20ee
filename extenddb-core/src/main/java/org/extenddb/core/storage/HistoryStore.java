package org.extenddb.core.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.model.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What the items of tables with point-in-time recovery were. {@link ItemStore} keeps what a write replaces, in the write's own
 * transaction, from the commit on of a definition that says so. Times are of storage's own clock, which {@link #now} tells; a
 * change's time is between the call that makes it and its acknowledgement.
 *
 * <p>A state is told by a {@link #cut}: every change of the table is before it or after it, transactions as a whole, and a change that
 * was acknowledged before another one began is not after it unless the other is too.
 */
public interface HistoryStore {
    /** The time by the clock that changes are stamped with. */
    Instant now();

    /**
     * Waits for writes that are under way.
     *
     * @return the time from which on all is kept that a write replaces, under the definitions committed before the call; null when
     *     some write did not end in time, and nothing is known
     */
    @Nullable
    Instant settle();

    /**
     * What an item was at a time.
     *
     * @param time since when everything that was replaced has been kept
     * @return null when it was absent
     */
    StreamRecord.@Nullable Image at(TableDefinition table, ItemKey key, Instant time);

    /**
     * Versions of an item from the newest to the oldest: first what it is now. The one that lasted into the time before {@code from}
     * is the last, its {@code since} null. An item that never was there has none.
     *
     * @param from as far back as the past is known
     * @param ended only versions that had ended by then, such as the {@code since} of the last one of a page; null for all
     * @param limit at most this many
     */
    List<ItemVersion> versions(TableDefinition table, ItemKey key, Instant from, @Nullable Instant ended, int limit);

    /**
     * Fixes a table's state at a time that has passed: all changes up to it are before the cut, all later ones after it. Waits for
     * writes that are under way; whatever is written afterwards does not change the state at the cut.
     *
     * @return null when some write did not end in time
     */
    @Nullable
    Cut cut(int storageId, Instant time);

    /**
     * A place among the changes of a table.
     *
     * @param sequence changes with it and greater ones are after the cut
     * @param time no change after the cut was made earlier
     */
    record Cut(long sequence, Instant time) {}

    /**
     * Keeps what a table's items were from being taken away, even where point-in-time recovery is disabled or the table deleted, until it
     * is released.
     *
     * @param holder tells holds apart
     * @return false when the table is not there any more; nothing is held then
     */
    boolean hold(int storageId, String holder);

    /** Ends what {@link #hold} began. */
    void release(String holder);

    /** Those who have held anything for longer than this. */
    List<String> holders(Duration age);

    /** Takes away what no table's period reaches back to, and nobody holds. */
    void trim();
}
