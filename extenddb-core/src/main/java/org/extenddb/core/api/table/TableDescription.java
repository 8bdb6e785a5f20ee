package org.extenddb.core.api.table;

import java.util.Map;
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
 */
public record TableDescription(
        TableDefinition table, TableStatus status, Map<Integer, TableStatistics> statistics, Form form) {
    /** DynamoDB leaves out members in some answers. */
    public enum Form {
        /** Everything. */
        FULL,
        /** CreateTable's answer: when the table became PAY_PER_REQUEST is not told yet. */
        CREATED,
        /** DeleteTable's answer: neither keys nor indexes nor dates. */
        DELETED
    }

    public TableDescription {
        statistics = Map.copyOf(statistics);
    }

    TableStatistics statistics(int slot) {
        return statistics.getOrDefault(slot, TableStatistics.EMPTY);
    }

    void encode(JsonOutput out) {
        TableDescriptionEncoder.encode(this, out);
    }
}
