package org.extenddb.core.api.table;

import java.util.List;
import java.util.Set;
import org.extenddb.core.api.tag.TagMembers;
import org.jspecify.annotations.Nullable;

/**
 * What CreateTable and UpdateTable both take, as sent.
 *
 * @param tableThroughputMode another name of BillingMode, which the SDKs' models lack; counts where there is no BillingMode
 * @param tags of CreateTable alone
 * @param unavailable names of members that were sent and ask for what this server cannot do
 */
public record TableMembers(
        @Nullable String tableName,
        @Nullable List<AttributeDefinition> attributeDefinitions,
        @Nullable String billingMode,
        @Nullable String tableThroughputMode,
        CapacityMembers capacity,
        @Nullable String tableClass,
        @Nullable Boolean deletionProtectionEnabled,
        @Nullable StreamMembers streamSpecification,
        @Nullable EncryptionMembers sseSpecification,
        @Nullable List<TagMembers> tags,
        Set<String> unavailable) {
    public TableMembers {
        attributeDefinitions = attributeDefinitions == null ? null : List.copyOf(attributeDefinitions);
        tags = tags == null ? null : List.copyOf(tags);
        unavailable = Set.copyOf(unavailable);
    }

    /** By whichever name it was sent. */
    public @Nullable String mode() {
        return billingMode == null ? tableThroughputMode : billingMode;
    }
}
