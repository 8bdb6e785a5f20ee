package org.extenddb.core.storage;

import java.util.List;
import java.util.function.Predicate;
import org.extenddb.core.key.PartitionHash;
import org.jspecify.annotations.Nullable;

/**
 * Items of all tables. Every write is durable when its method returns. Safe for use by many threads and, for back-ends with
 * shared storage, by many servers. {@link StorageUnavailableException} from any method means the outcome is unknown to
 * the caller only if it was a write; reads can be repeated.
 *
 * <p>An item is written under its table's present definition or not at all: a write that begins after {@link
 * TableCatalog#update} or {@link TableCatalog#delete} has returned, on whichever server, and was made for another definition throws
 * {@link TableChangedException} and has written nothing. An item is removed under any definition, but not once the table is deleted.
 */
public interface ItemStore {
    /**
     * Reads one item, as of now: every write acknowledged before the call is seen.
     *
     * @return null when absent
     */
    @Nullable
    StoredItem get(ItemAddress address);

    /**
     * Reads many items in one snapshot: no write is seen in part. The same address may stand more than once.
     *
     * @return one element an address, in request order, null where absent
     */
    List<@Nullable StoredItem> getAll(List<ItemAddress> addresses);

    /**
     * Reads many items as {@link #getAll} does, at an instant at which none of the transactions is under way any more that were in the middle
     * of one of them when the call began, whether it is there or not. Waits for these as long as a transaction waits for others; those that
     * begin meanwhile are not waited for. A write of one item or of a batch that is inserting may go unnoticed: the item is absent then.
     *
     * @param maxBytes a sum of items' sizes as DynamoDB counts them; more is {@link SnapshotResult.TooLarge} and takes no memory
     */
    SnapshotResult snapshot(List<ItemAddress> addresses, long maxBytes);

    /**
     * Reads items from the front of a list, each as of now, until the next one would bring more than {@code maxBytes} together;
     * the first is read in any case. Memory stays within that limit, whatever else the list names. The items need not be those of
     * one instant.
     *
     * @param addresses no address more than once
     * @param maxBytes a sum of items' sizes as DynamoDB counts them
     * @return one element an address that was read, in request order, null where absent; shorter than the list where it stopped
     */
    List<@Nullable StoredItem> getAtMost(List<ItemAddress> addresses, long maxBytes);

    /**
     * Changes one item and its index entries atomically. Mutations of one item, whichever server they come from, take effect one
     * after the other (linearizable); none is lost, and a slow one never blocks readers. Where a transaction holds the item for longer
     * than a short bounded wait, nothing is written and the result is a {@link Change.Refuse} with TransactionConflictException.
     */
    MutationResult mutate(ItemAddress address, ItemMutation mutation);

    /**
     * Changes many items, of any tables, at one instant or not at all. All mutations see one state. A store takes items in one
     * global order, so two calls never deadlock; where another writer holds an item for longer than a short bounded wait
     * the answer is {@link AtomicResult.Conflict}.
     *
     * <p>A token takes effect with the changes or not at all, and is remembered for {@link RequestToken#LIFETIME}: of several calls
     * with one token, on whichever servers and whatever breaks off in between, at most one changes anything. It is looked at before any
     * item.
     *
     * @param mutations no address more than once; results carry the previous item of every mutation that does not read NOTHING
     * @param token null where the call is not to be known again
     * @throws StorageUnavailableException when it is not known whether the changes took effect: the same call with the same
     *     token finds out
     */
    AtomicResult mutateAll(List<AddressedMutation> mutations, @Nullable RequestToken token);

    /** {@link #mutateAll(List, RequestToken)} without a token. */
    default AtomicResult mutateAll(List<AddressedMutation> mutations) {
        return mutateAll(mutations, null);
    }

    /**
     * Changes many items, of any tables, each on its own as {@link #mutate} does: others may see some of the changes without the
     * rest, and in any order. Takes a number of round trips that does not grow with the number of items. A store takes items in one
     * global order, so two calls never deadlock.
     *
     * @param mutations no address more than once; each reads NOTHING or PREVIOUS and answers Write or Remove
     * @return one result a mutation, in request order; null where another writer held the item for too long, or the definition has
     *     changed of its table but not of all tables, and nothing was written
     * @throws StorageUnavailableException when it is not known which of the changes took effect
     * @throws TableChangedException when the definition of one of the tables has changed; nothing was written then
     */
    List<@Nullable MutationResult> mutateEach(List<AddressedMutation> mutations);

    /**
     * Adds up the sizes of a partition's items as they are now, and for some indexes those of the items that are in them. Takes as
     * long as the partition is large, and no memory.
     *
     * @param slots of indexes
     * @return sums of items' sizes in bytes as DynamoDB counts them: first of all items, then slot by slot of those that have an entry
     */
    List<Long> partitionSizes(TableLayout table, PartitionHash partition, List<Integer> slots);

    /**
     * Visits the items of a range in order until the visitor answers false or the range ends. Each item is committed and is
     * visited at most once, unless its index entry moves ahead of the visit; items written during the visit may or may not be
     * seen. Memory stays bounded whatever the range's length. The visitor runs while no lock is held.
     *
     * @param expectedItems how many items the caller thinks it will take: a hint for the first fetch
     * @param visitor answers whether to go on
     * @return whether the range was read to its end (false when the visitor stopped it, even on the last item)
     */
    boolean read(KeyRange range, int expectedItems, Predicate<StoredItem> visitor);
}
