package org.extenddb.storage.jpa.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttachedPolicies;
import org.extenddb.core.model.ResourcePolicy;
import org.extenddb.storage.jpa.entity.TableEntity;
import org.jspecify.annotations.Nullable;

/** Between the policies of a table and its streams, and entities. */
final class PolicyMapping {
    private PolicyMapping() {}

    static void set(TableEntity entity, AttachedPolicies policies) {
        ResourcePolicy policy = policies.ofTable();
        entity.resourcePolicy = policy == null ? null : policy.text();
        entity.resourcePolicyRevision = policy == null ? null : policy.revisionId();
        List<Map.Entry<String, ResourcePolicy>> streams = policies.ofStreams().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
        entity.streamPolicyLabels = streams.stream().map(Map.Entry::getKey).toArray(String[]::new);
        entity.streamPolicies = streams.stream().map(it -> it.getValue().text()).toArray(String[]::new);
        entity.streamPolicyRevisions =
                streams.stream().map(it -> it.getValue().revisionId()).toArray(String[]::new);
    }

    static AttachedPolicies policies(TableEntity entity) {
        Map<String, ResourcePolicy> streams = new HashMap<>();
        for (int i = 0; i < entity.streamPolicyLabels.length; i++) {
            streams.put(
                    entity.streamPolicyLabels[i],
                    new ResourcePolicy(entity.streamPolicies[i], entity.streamPolicyRevisions[i]));
        }
        return new AttachedPolicies(ofTable(entity), streams);
    }

    private static @Nullable ResourcePolicy ofTable(TableEntity entity) {
        return entity.resourcePolicy == null || entity.resourcePolicyRevision == null
                ? null
                : new ResourcePolicy(entity.resourcePolicy, entity.resourcePolicyRevision);
    }
}
