package org.extenddb.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.extenddb.core.api.table.AttributeDefinition;
import org.extenddb.core.api.table.CapacityMembers;
import org.extenddb.core.api.table.IndexMembers;
import org.extenddb.core.api.table.ThroughputMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesIndex;
import org.extenddb.core.error.MessagesThroughput;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.ThroughputHistory;
import org.jspecify.annotations.Nullable;

/** Adds a global index to a table that is there already. */
final class NewOnlineIndex {
    private final TableDefinition table;
    private final KeySchemas keys;

    /** @param definitions of the request; the table's own type of an attribute stays what it is */
    NewOnlineIndex(TableDefinition table, List<AttributeDefinition> definitions) {
        this.table = table;
        this.keys = new KeySchemas(definitions.stream().map(this::asStored).toList());
    }

    private AttributeDefinition asStored(AttributeDefinition sent) {
        return table.keyAttributes().stream()
                .filter(attribute -> attribute.name().equals(sent.attributeName()))
                .findFirst()
                .map(attribute -> new AttributeDefinition(
                        attribute.name(), attribute.type().name()))
                .orElse(sent);
    }

    TableDefinition add(IndexMembers sent) {
        String name = Objects.requireNonNull(sent.indexName());
        KeySchema key = keys.global(Objects.requireNonNull(sent.keySchema()));
        Projection projection = NewIndexes.projection(Objects.requireNonNull(sent.projection()));
        Throughput throughput = throughput(name, sent.capacity());
        List<IndexDefinition> indexes = new ArrayList<>(table.indexes());
        indexes.add(new IndexDefinition(
                name, IndexDefinition.Kind.GLOBAL, key, projection, throughput, TableStatus.CREATING, freeSlot()));
        requireWithinLimits(indexes);
        return table.withIndexes(attributes(key), indexes);
    }

    private Throughput throughput(String index, CapacityMembers sent) {
        BillingMode billingMode = table.settings().billingMode();
        ProvisionedThroughput provisioned = provisioned(index, billingMode, sent.provisioned());
        return new Throughput(
                provisioned,
                ThroughputHistory.NONE,
                OnDemandBounds.created(sent.onDemand(), billingMode, index),
                WarmUnits.created(sent.warm(), billingMode, provisioned, index));
    }

    private static ProvisionedThroughput provisioned(
            String index, BillingMode billingMode, @Nullable ThroughputMembers sent) {
        if (billingMode == BillingMode.PAY_PER_REQUEST) {
            if (sent != null) {
                throw DynamoDbException.validation(MessagesThroughput.noUnitsForIndex(index));
            }
            return ProvisionedThroughput.NONE;
        }
        if (sent == null) {
            throw DynamoDbException.validation(MessagesThroughput.unitsRequiredForIndex(index));
        }
        return ProvisionedUnits.of(sent);
    }

    /** The slot of an index that is being deleted is not free yet. */
    private int freeSlot() {
        Set<Integer> used = table.indexes().stream().map(IndexDefinition::slot).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, NewIndexes.MAX_LOCAL + NewIndexes.MAX_GLOBAL)
                .filter(slot -> !used.contains(slot))
                .findFirst()
                .orElseThrow(NewOnlineIndex::tooMany);
    }

    private static void requireWithinLimits(List<IndexDefinition> indexes) {
        if (indexes.stream().filter(IndexDefinition::isGlobal).count() > NewIndexes.MAX_GLOBAL) {
            throw tooMany();
        }
        NewIndexes.requireProjectable(indexes);
    }

    private static DynamoDbException tooMany() {
        return DynamoDbException.of(ErrorCode.LIMIT_EXCEEDED, MessagesIndex.tooMany(NewIndexes.MAX_GLOBAL));
    }

    private List<KeyAttribute> attributes(KeySchema key) {
        List<KeyAttribute> attributes = new ArrayList<>(table.keyAttributes());
        key.attributes().stream()
                .filter(attribute -> !attributes.contains(attribute))
                .forEach(attributes::add);
        return attributes;
    }
}
