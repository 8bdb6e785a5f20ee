package org.extenddb.worker.job;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.storage.JobStore;
import org.jspecify.annotations.Nullable;

/** Looks after jobs of all kinds: for console, REST and command line. */
@SingleInstance
public final class JobService {
    private final JobStore store;

    @Inject
    public JobService(JobStore store) {
        this.store = store;
    }

    /**
     * Jobs from the latest to the oldest.
     *
     * @param before only jobs older than this id; null for the latest
     */
    public List<Job> list(JobFilter filter, @Nullable String before, int limit) {
        return store.list(filter, before, limit);
    }

    /** Null when there is none. */
    public @Nullable Job get(String id) {
        return store.find(id);
    }

    /**
     * Asks for a job's end, which comes within seconds.
     *
     * @return false when there is no such job or it has ended
     */
    public boolean cancel(String id) {
        return store.requestCancel(id);
    }
}
