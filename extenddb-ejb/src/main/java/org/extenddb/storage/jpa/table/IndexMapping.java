package org.extenddb.storage.jpa.table;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.ProjectionType;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.TableStatus;
import org.extenddb.storage.jpa.entity.IndexEntity;
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
        entity.nonKeyAttributes = index.projection().nonKeyAttributes().toArray(String[]::new);
        ProvisionedThroughput throughput = index.throughput();
        if (throughput != null) {
            entity.readCapacity = throughput.readCapacityUnits();
            entity.writeCapacity = throughput.writeCapacityUnits();
        }
        entity.status = index.status().name();
        return entity;
    }

    private static IndexDefinition definition(IndexEntity entity, List<KeyAttribute> attributes) {
        return new IndexDefinition(
                entity.name,
                IndexDefinition.Kind.valueOf(entity.kind),
                TableMapping.keySchema(entity.hashKey, entity.rangeKey, attributes),
                new Projection(ProjectionType.valueOf(entity.projectionType), List.of(entity.nonKeyAttributes)),
                throughput(entity.readCapacity, entity.writeCapacity),
                TableStatus.valueOf(entity.status),
                entity.slot);
    }

    private static @Nullable ProvisionedThroughput throughput(@Nullable Long read, @Nullable Long write) {
        return read == null || write == null ? null : new ProvisionedThroughput(read, write);
    }
}
