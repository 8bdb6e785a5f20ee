package org.extenddb.worker.job;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.extenddb.cdi.SingleInstance;

/** The runners of this server, by the kind of their jobs. */
@SingleInstance
public final class JobRunners {
    private final Map<String, JobRunner> byKind = new HashMap<>();

    @Inject
    public JobRunners(Instance<JobRunner> runners) {
        this((Iterable<JobRunner>) runners);
    }

    public JobRunners(Iterable<? extends JobRunner> runners) {
        for (JobRunner runner : runners) {
            if (byKind.put(runner.kind(), runner) != null) {
                throw new IllegalStateException("two runners for jobs of kind " + runner.kind());
            }
        }
    }

    Set<String> kinds() {
        return byKind.keySet();
    }

    JobRunner of(String kind) {
        return Objects.requireNonNull(byKind.get(kind), kind);
    }
}
