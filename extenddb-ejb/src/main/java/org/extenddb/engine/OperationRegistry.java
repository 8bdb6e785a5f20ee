package org.extenddb.engine;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.extenddb.cdi.SingleInstance;
import org.jspecify.annotations.Nullable;

/**
 * Every operation this server has, by X-Amz-Target. It is built from the operations' beans; there is no other list of them. The
 * server does not start when the beans and DynamoDB's public API ({@link PublicApi}) do not fit together.
 */
@SingleInstance
public final class OperationRegistry {
    private final Map<String, Operation<?, ?, ?>> byTarget;

    @Inject
    OperationRegistry(@Any Instance<Operation<?, ?, ?>> beans) {
        this(beans.stream().toList(), PublicApi.load());
    }

    OperationRegistry(Collection<? extends Operation<?, ?, ?>> operations, PublicApi api) {
        Map<String, Operation<?, ?, ?>> targets = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (Operation<?, ?, ?> operation : operations) {
            OperationSpec<?, ?> spec = operation.spec();
            if (targets.put(spec.target(), operation) != null) {
                faults.add(spec.target() + " is claimed by two operations");
            }
            if (spec.iamAction().isBlank()) {
                faults.add(spec.target() + " has no IAM action");
            }
        }
        faults.addAll(api.mismatches(targets.keySet()));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "EXDB0101E The operations do not fit DynamoDB's API: " + String.join("; ", faults));
        }
        byTarget = Map.copyOf(targets);
    }

    /** Makes CDI build the registry, and so check it, before the first request. */
    void checkAtStart(@Observes Startup started) {}

    /** The operation an X-Amz-Target names; null when this server has none of that name. */
    public @Nullable Operation<?, ?, ?> find(String target) {
        return byTarget.get(target);
    }

    /** All targets, sorted. */
    public Set<String> targets() {
        return new TreeSet<>(byTarget.keySet());
    }
}
