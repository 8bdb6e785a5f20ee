package org.extenddb.core.storage;

import java.util.List;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.TableDefinition;

/**
 * What storage needs to know of a table to write its items.
 *
 * @param storageId see {@link TableDefinition#storageId()}
 * @param version of the definition that this is of: items are written under the table's present definition or not at all
 * @param slots the index slots in use, ascending, those of indexes that are being deleted too; a write sets every one of them, to
 *     an entry or to none
 * @param streamed whether each change of an item leaves a record in the table's stream
 * @param kept whether what a change replaces is kept, for point-in-time recovery
 */
public record TableLayout(int storageId, long version, List<Integer> slots, boolean streamed, boolean kept) {
    public TableLayout {
        slots = List.copyOf(slots);
    }

    /** Of a table without a past. */
    public TableLayout(int storageId, long version, List<Integer> slots, boolean streamed) {
        this(storageId, version, slots, streamed, false);
    }

    /** Of a table without a stream. */
    public TableLayout(int storageId, long version, List<Integer> slots) {
        this(storageId, version, slots, false);
    }

    public static TableLayout of(TableDefinition table) {
        return new TableLayout(
                table.storageId(),
                table.version(),
                table.indexes().stream().map(IndexDefinition::slot).sorted().toList(),
                table.settings().isStreamed(),
                table.settings().recovery().kept());
    }

    /** Whether a change leaves a trace of any kind, which is written with it. */
    public boolean recorded() {
        return streamed || kept;
    }
}
