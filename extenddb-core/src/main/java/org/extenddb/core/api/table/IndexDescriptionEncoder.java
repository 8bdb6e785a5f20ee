package org.extenddb.core.api.table;

import java.util.List;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.ProjectionType;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.storage.TableStatistics;
import org.extenddb.core.wire.JsonOutput;

/** Writes a table's indexes: members there are only where the table has such indexes. */
final class IndexDescriptionEncoder {
    private IndexDescriptionEncoder() {}

    static void encode(TableDescription description, JsonOutput out) {
        List<IndexDefinition> indexes = description.table().indexes();
        indexes(
                "GlobalSecondaryIndexes",
                indexes.stream().filter(IndexDefinition::isGlobal).toList(),
                description,
                out);
        indexes(
                "LocalSecondaryIndexes",
                indexes.stream().filter(index -> !index.isGlobal()).toList(),
                description,
                out);
    }

    private static void indexes(
            String member, List<IndexDefinition> indexes, TableDescription description, JsonOutput out) {
        if (indexes.isEmpty()) {
            return;
        }
        out.member(member).beginArray();
        indexes.forEach(index -> index(index, description, out));
        out.endArray();
    }

    private static void index(IndexDefinition index, TableDescription description, JsonOutput out) {
        TableStatistics statistics = description.statistics(index.slot());
        TableStatus status = description.changes().updating().contains(index.slot())
                ? TableStatus.UPDATING
                : TableDescriptionEncoder.shown(description.status(), index.status());
        out.beginObject();
        if (index.isBeingBuilt()) {
            out.member("Backfilling").bool(index.status() == TableStatus.BACKFILLING);
        }
        out.member("IndexArn").string(description.table().address().arn() + "/index/" + index.name());
        out.member("IndexName").string(index.name());
        out.member("IndexSizeBytes").number(statistics.sizeBytes());
        if (index.isGlobal() && !description.isBeingRestored()) {
            out.member("IndexStatus").string(status.name());
        }
        out.member("ItemCount").number(statistics.itemCount());
        TableDescriptionEncoder.keySchema(index.keySchema(), out);
        Throughput throughput = index.throughput() == null ? Throughput.ON_DEMAND : index.throughput();
        if (index.isGlobal()) {
            ThroughputEncoder.onDemand(throughput.onDemand(), out);
        }
        projection(index.projection(), out);
        if (index.isGlobal()) {
            ThroughputEncoder.provisioned(throughput, description.at(), out);
            if (description.showsWarmThroughput(index.slot())) {
                ThroughputEncoder.warm(throughput.warm(), description.warmStatus(index.slot(), status), out);
            }
        }
        out.endObject();
    }

    static void projection(Projection projection, JsonOutput out) {
        out.member("Projection").beginObject();
        if (projection.type() == ProjectionType.INCLUDE) {
            out.member("NonKeyAttributes").strings(projection.nonKeyAttributes());
        }
        out.member("ProjectionType").string(projection.type().name()).endObject();
    }
}
