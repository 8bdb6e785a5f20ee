package org.extenddb.engine.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.extenddb.core.api.table.CapacityMembers;
import org.extenddb.core.api.table.IndexMembers;
import org.extenddb.core.api.table.ProjectionMembers;
import org.extenddb.core.api.table.ThroughputMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.error.MessagesThroughput;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.IndexDefinition.Kind;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.ProjectionType;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.ThroughputHistory;
import org.jspecify.annotations.Nullable;

/** Makes the indexes of a new table of what was sent, and gives each the lowest free storage slot. */
final class NewIndexes {
    static final int MAX_LOCAL = 5;
    static final int MAX_GLOBAL = 20;
    private static final int MAX_PROJECTED = 100;

    private final KeySchemas keys;
    private final KeySchema tableKey;
    private final BillingMode billingMode;
    private final Set<String> names = new HashSet<>();
    private final List<IndexDefinition> indexes = new ArrayList<>();
    private final Set<Integer> warming = new HashSet<>();

    NewIndexes(KeySchemas keys, KeySchema tableKey, BillingMode billingMode) {
        this.keys = keys;
        this.tableKey = tableKey;
        this.billingMode = billingMode;
    }

    List<IndexDefinition> indexes() {
        requireProjectable(indexes);
        return List.copyOf(indexes);
    }

    /** All indexes of a table together may name so many attributes. */
    static void requireProjectable(List<IndexDefinition> indexes) {
        int projected = indexes.stream()
                .mapToInt(index -> index.projection().nonKeyAttributes().size())
                .sum();
        if (projected > MAX_PROJECTED) {
            throw DynamoDbException.validation(MessagesTable.tooManyProjected(MAX_PROJECTED));
        }
    }

    /** The slots of indexes whose warm throughput was named. */
    Set<Integer> warming() {
        return warming;
    }

    void addLocal(@Nullable List<IndexMembers> sent) {
        if (sent == null) {
            return;
        }
        requireSome(sent, "LocalSecondaryIndexes");
        if (tableKey.range().isEmpty()) {
            throw DynamoDbException.validation(MessagesTable.TABLE_WITHOUT_RANGE_KEY);
        }
        sent.forEach(this::addLocal);
        if (sent.size() > MAX_LOCAL) {
            throw DynamoDbException.validation(MessagesTable.tooManyLocalIndexes(MAX_LOCAL));
        }
    }

    void addGlobal(@Nullable List<IndexMembers> sent) {
        if (sent == null) {
            return;
        }
        requireSome(sent, "GlobalSecondaryIndexes");
        sent.forEach(this::addGlobal);
        if (sent.size() > MAX_GLOBAL) {
            throw DynamoDbException.validation(MessagesTable.tooManyGlobalIndexes(MAX_GLOBAL));
        }
    }

    private void addLocal(IndexMembers sent) {
        String name = Objects.requireNonNull(sent.indexName());
        KeySchema key = keys.simple(Objects.requireNonNull(sent.keySchema()));
        if (key.range().isEmpty()) {
            throw DynamoDbException.validation(MessagesTable.indexWithoutRangeKey(name));
        }
        String hash = key.hash().get(0).name();
        String tableHash = tableKey.hash().get(0).name();
        if (!hash.equals(tableHash)) {
            throw DynamoDbException.validation(MessagesTable.otherHashKey(name, hash, tableHash));
        }
        add(name, Kind.LOCAL, key, projection(Objects.requireNonNull(sent.projection())), null);
    }

    private void addGlobal(IndexMembers sent) {
        String name = Objects.requireNonNull(sent.indexName());
        KeySchema key = keys.global(Objects.requireNonNull(sent.keySchema()));
        Projection projection = projection(Objects.requireNonNull(sent.projection()));
        add(name, Kind.GLOBAL, key, projection, throughput(name, sent.capacity()));
        if (sent.capacity().warm() != null && !sent.capacity().warm().isEmpty()) {
            warming.add(indexes.size());
        }
    }

    private void add(String name, Kind kind, KeySchema key, Projection projection, @Nullable Throughput throughput) {
        if (!names.add(name)) {
            throw DynamoDbException.validation(MessagesTable.duplicateIndex(name));
        }
        // A new table's slots are all free, so the lowest free one is the next.
        int slot = indexes.size() + 1;
        indexes.add(new IndexDefinition(name, kind, key, projection, throughput, TableStatus.ACTIVE, slot));
    }

    private Throughput throughput(String index, CapacityMembers sent) {
        ProvisionedThroughput provisioned = provisioned(index, sent.provisioned());
        return new Throughput(
                provisioned,
                ThroughputHistory.NONE,
                OnDemandBounds.created(sent.onDemand(), billingMode, index),
                WarmUnits.created(sent.warm(), billingMode, provisioned, index));
    }

    private ProvisionedThroughput provisioned(String index, @Nullable ThroughputMembers sent) {
        if (billingMode == BillingMode.PAY_PER_REQUEST) {
            if (sent != null) {
                throw DynamoDbException.validation(MessagesThroughput.notForIndex(index));
            }
            return ProvisionedThroughput.NONE;
        }
        if (sent == null) {
            throw DynamoDbException.validation(MessagesThroughput.notSpecifiedForIndex(index));
        }
        return ProvisionedUnits.of(sent);
    }

    static Projection projection(ProjectionMembers sent) {
        if (sent.projectionType() == null) {
            throw DynamoDbException.validation(MessagesTable.UNKNOWN_PROJECTION_TYPE);
        }
        ProjectionType type = ProjectionType.valueOf(sent.projectionType());
        List<String> attributes = sent.nonKeyAttributes();
        if (type == ProjectionType.INCLUDE && attributes == null) {
            throw DynamoDbException.validation(MessagesTable.INCLUDE_WITHOUT_ATTRIBUTES);
        }
        if (type != ProjectionType.INCLUDE && attributes != null) {
            throw DynamoDbException.validation(MessagesTable.attributesNotAllowed(type.name()));
        }
        List<String> projected = attributes == null ? List.of() : attributes;
        Set<String> seen = new HashSet<>();
        for (String attribute : projected) {
            if (!seen.add(attribute)) {
                throw DynamoDbException.validation(MessagesTable.duplicateNonKeyAttribute(attribute));
            }
        }
        return new Projection(type, projected);
    }

    private static void requireSome(List<IndexMembers> sent, String member) {
        if (sent.isEmpty()) {
            throw DynamoDbException.validation(MessagesTable.emptyIndexes(member));
        }
    }
}
