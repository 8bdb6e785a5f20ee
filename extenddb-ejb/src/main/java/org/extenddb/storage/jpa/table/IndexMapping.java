package org.extenddb.storage.jpa.table;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.OnDemandThroughput;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.ProjectionType;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.ThroughputHistory;
import org.extenddb.storage.jpa.entity.IndexEntity;
import org.extenddb.storage.jpa.sql.StoredText;
import org.jspecify.annotations.Nullable;

/** Between index definitions and their entities. */
final class IndexMapping {
    private IndexMapping() {}

    static List<IndexEntity> entities(List<IndexDefinition> indexes) {
        return IntStream.range(0, indexes.size())
                .mapToObj(position -> entity(indexes.get(position), position))
                .toList();
    }

    static List<IndexDefinition> definitions(List<IndexEntity> indexes, List<KeyAttribute> attributes) {
        return indexes.stream()
                .sorted(Comparator.comparingInt(index -> index.position))
                .map(index -> definition(index, attributes))
                .toList();
    }

    private static IndexEntity entity(IndexDefinition index, int position) {
        IndexEntity entity = new IndexEntity();
        entity.slot = index.slot();
        entity.position = position;
        entity.name = index.name();
        entity.kind = index.kind().name();
        entity.hashKey = TableMapping.names(index.keySchema().hash());
        entity.rangeKey = TableMapping.names(index.keySchema().range());
        entity.projectionType = index.projection().type().name();
        entity.nonKeyAttributes = StoredText.encodeAll(index.projection().nonKeyAttributes());
        Throughput throughput = index.throughput();
        if (throughput != null) {
            setThroughput(entity, throughput);
        }
        entity.status = index.status().name();
        return entity;
    }

    private static IndexDefinition definition(IndexEntity entity, List<KeyAttribute> attributes) {
        return new IndexDefinition(
                entity.name,
                IndexDefinition.Kind.valueOf(entity.kind),
                TableMapping.keySchema(entity.hashKey, entity.rangeKey, attributes),
                new Projection(
                        ProjectionType.valueOf(entity.projectionType), StoredText.decodeAll(entity.nonKeyAttributes)),
                throughput(entity),
                TableStatus.valueOf(entity.status),
                entity.slot);
    }

    private static void setThroughput(IndexEntity entity, Throughput throughput) {
        entity.readCapacity = throughput.provisioned().readCapacityUnits();
        entity.writeCapacity = throughput.provisioned().writeCapacityUnits();
        entity.lastIncrease = TableMapping.micros(throughput.history().lastIncrease());
        entity.lastDecrease = TableMapping.micros(throughput.history().lastDecrease());
        entity.decreasesToday = throughput.history().decreases();
        entity.maxReadRequestUnits = throughput.onDemand().maxReadRequestUnits();
        entity.maxWriteRequestUnits = throughput.onDemand().maxWriteRequestUnits();
        entity.warmReadUnits = throughput.warm().readUnitsPerSecond();
        entity.warmWriteUnits = throughput.warm().writeUnitsPerSecond();
    }

    private static @Nullable Throughput throughput(IndexEntity entity) {
        if (entity.readCapacity == null || entity.writeCapacity == null) {
            return null;
        }
        ProvisionedThroughput provisioned = new ProvisionedThroughput(entity.readCapacity, entity.writeCapacity);
        return new Throughput(
                provisioned,
                new ThroughputHistory(entity.lastIncrease, entity.lastDecrease, entity.decreasesToday),
                new OnDemandThroughput(entity.maxReadRequestUnits, entity.maxWriteRequestUnits),
                TableMapping.warm(entity.warmReadUnits, entity.warmWriteUnits, provisioned));
    }
}
