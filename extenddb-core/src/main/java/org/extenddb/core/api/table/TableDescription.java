package org.extenddb.core.api.table;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.TableStatistics;
import org.extenddb.core.wire.JsonOutput;

/**
 * A table as clients see it.
 *
 * @param status as shown, which is not always the stored one
 * @param statistics by index slot; 0 is the table
 * @param form which members there are
 * @param changes what is under way
 * @param at the time of the answer
 */
public record TableDescription(
        TableDefinition table,
        TableStatus status,
        Map<Integer, TableStatistics> statistics,
        Form form,
        Changes changes,
        Instant at) {
    /** DynamoDB leaves out members in some answers. */
    public enum Form {
        /** Everything. */
        FULL,
        /** CreateTable's answer: neither when the table became PAY_PER_REQUEST nor warm throughput that was not asked for. */
        CREATED,
        /** The answer to a change of billing mode, which does not yet tell when the table became PAY_PER_REQUEST. */
        SWITCHED,
        /** DeleteTable's answer: neither keys nor indexes nor dates. */
        DELETED
    }

    /**
     * What the request that is answered has set going.
     *
     * @param warming the slots, 0 for the table, whose warm throughput changes
     * @param updating the slots of indexes whose provisioned throughput changes
     * @param encryption whether the table's key changes
     */
    public record Changes(Set<Integer> warming, Set<Integer> updating, boolean encryption) {
        public static final Changes NONE = new Changes(Set.of(), Set.of(), false);

        public Changes {
            warming = Set.copyOf(warming);
            updating = Set.copyOf(updating);
        }
    }

    public TableDescription {
        statistics = Map.copyOf(statistics);
    }

    TableStatistics statistics(int slot) {
        return statistics.getOrDefault(slot, TableStatistics.EMPTY);
    }

    /** Whether a restore fills the table; indexes tell no status then. */
    boolean isBeingRestored() {
        return table.status() == TableStatus.CREATING && table.settings().origin() != null;
    }

    /** Whether the answer tells of the warm throughput of the table (slot 0) or an index. */
    boolean showsWarmThroughput(int slot) {
        return form != Form.DELETED
                && (form != Form.CREATED || changes.warming().contains(slot));
    }

    /** While a table or an index is CREATING, so is its warm throughput, unless it was asked for. */
    TableStatus warmStatus(int slot, TableStatus own) {
        if (changes.warming().contains(slot)) {
            return TableStatus.UPDATING;
        }
        return own == TableStatus.CREATING ? TableStatus.CREATING : TableStatus.ACTIVE;
    }

    void encode(JsonOutput out) {
        TableDescriptionEncoder.encode(this, out);
    }
}
