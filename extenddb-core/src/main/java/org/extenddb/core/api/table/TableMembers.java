package org.extenddb.core.api.table;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What CreateTable and UpdateTable both take, as sent.
 *
 * @param unavailable names of members that were sent and ask for what this server cannot do
 */
public record TableMembers(
        @Nullable String tableName,
        @Nullable List<AttributeDefinition> attributeDefinitions,
        @Nullable String billingMode,
        @Nullable ThroughputMembers provisionedThroughput,
        @Nullable String tableClass,
        @Nullable Boolean deletionProtectionEnabled,
        @Nullable StreamMembers streamSpecification,
        @Nullable EncryptionMembers sseSpecification,
        Set<String> unavailable) {
    public TableMembers {
        attributeDefinitions = attributeDefinitions == null ? null : List.copyOf(attributeDefinitions);
        unavailable = Set.copyOf(unavailable);
    }
}
