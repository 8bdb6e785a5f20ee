package org.extenddb.core.api.table;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.extenddb.core.api.tag.TagMembers;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** Reads what CreateTable and UpdateTable have in common. */
final class TableMembersReader {
    private static final Set<String> UNAVAILABLE = Set.of(
            "ReplicaUpdates",
            "VectorIndexes",
            "VectorIndexUpdates",
            "GlobalTableWitnessUpdates",
            "MultiRegionConsistency");

    private @Nullable String tableName;
    private @Nullable List<AttributeDefinition> attributeDefinitions;
    private @Nullable String billingMode;
    private @Nullable String throughputMode;
    private final CapacityMembers.Reader capacity = new CapacityMembers.Reader();
    private @Nullable String tableClass;
    private @Nullable Boolean deletionProtection;
    private @Nullable StreamMembers stream;
    private @Nullable EncryptionMembers encryption;
    private @Nullable List<TagMembers> tags;
    private final Set<String> unavailable = new TreeSet<>();

    void member(String name, JsonInput in) {
        switch (name) {
            case "TableName" -> tableName = in.string();
            case "AttributeDefinitions" -> attributeDefinitions = in.list(AttributeDefinition::decode);
            case "BillingMode" -> billingMode = in.string();
            case "TableThroughputMode" -> throughputMode = in.string();
            case "TableClass" -> tableClass = in.string();
            case "DeletionProtectionEnabled" -> deletionProtection = in.bool();
            case "StreamSpecification" -> stream = StreamMembers.decode(in);
            case "SSESpecification" -> encryption = EncryptionMembers.decode(in);
            case "Tags" -> tags = in.list(TagMembers::decode);
            default -> other(name, in);
        }
    }

    TableMembers members() {
        return new TableMembers(
                tableName,
                attributeDefinitions,
                billingMode,
                throughputMode,
                capacity.members(),
                tableClass,
                deletionProtection,
                stream,
                encryption,
                tags,
                unavailable);
    }

    private void other(String name, JsonInput in) {
        if (capacity.member(name, in)) {
            return;
        }
        if (UNAVAILABLE.contains(name) && !in.isNull()) {
            unavailable.add(name);
        }
        in.skip();
    }
}
