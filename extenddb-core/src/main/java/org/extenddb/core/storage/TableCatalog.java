package org.extenddb.core.storage;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.jspecify.annotations.Nullable;

/** Definitions of all tables. Every change is durable when its method returns and is seen by later calls on the same server. */
public interface TableCatalog {
    /**
     * Finds a table. May answer from a cache that other servers' changes reach within a second.
     *
     * @return null when there is none
     */
    @Nullable
    TableDefinition find(TableAddress address);

    /**
     * Creates a table; afterwards it can be written to at once.
     *
     * @return null when the name is taken; of several concurrent creators exactly one gets the table
     */
    @Nullable
    TableDefinition create(NewTable table);

    /**
     * Changes a table's definition; concurrent changes of one table take effect one after the other. What {@code change} throws
     * passes through, and nothing is changed then. The catalogue raises the version; address, ids, time of creation and key
     * schema stay what they are.
     *
     * <p>An index that is new may be ACTIVE only if no item of the table has entries for it to have. One that is to be built is
     * CREATING: its entries are written from then on, while those of the items that are there are added in the background, which
     * makes it BACKFILLING and then ACTIVE. One that is DELETING loses its entries in the background, and then is no longer in the
     * definition; no other index may take its slot before.
     *
     * @param change pure: it may be called more than once
     * @return the new definition; null when there is no such table
     */
    @Nullable
    TableDefinition update(TableAddress address, UnaryOperator<TableDefinition> change);

    /**
     * Removes a table and makes its items unreachable at once; their space is given back in the background. What {@code check}
     * throws passes through, and nothing is removed then.
     *
     * @param check sees the definition that is about to go
     * @return the removed definition; null when there is no such table
     */
    @Nullable
    TableDefinition delete(TableAddress address, Consumer<TableDefinition> check);

    /**
     * Table names of one account and region in UTF-8 byte order.
     *
     * @param after only names after this one, which need not exist; null for the first
     * @param limit at most this many
     */
    List<String> list(AccountId account, Region region, @Nullable String after, int limit);

    /**
     * All definitions of one account and region in UTF-8 byte order of the names, of one moment and in one look, however many
     * there are.
     */
    List<TableDefinition> definitions(AccountId account, Region region);

    /**
     * Item count and size.
     *
     * @param slot 0 for the table, otherwise an index's slot
     */
    TableStatistics statistics(TableDefinition table, int slot);

    /**
     * Tells how much of its items an index holds. The size in {@link #statistics} is that part of theirs from then on, whatever is
     * written, until it is told anew.
     *
     * @param slot an index's
     * @param share from 0 to 1
     */
    void measured(TableDefinition table, int slot, double share);

    /** How much of its quotas an account uses in a region, tables that are DELETING included. */
    AccountUsage usage(AccountId account, Region region);
}
