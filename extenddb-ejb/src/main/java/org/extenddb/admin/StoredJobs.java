package org.extenddb.admin;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.JobStore;
import org.jspecify.annotations.Nullable;

/** Exports, imports, backups and restores. */
@SingleInstance
public final class StoredJobs implements JobSource {
    /** Of those that have ended, too. */
    private static final int LATEST = 1_000;

    private final JobStore store;

    @Inject
    public StoredJobs(JobStore store) {
        this.store = store;
    }

    @Override
    public List<Job> list() {
        return store.list(JobFilter.ALL, null, LATEST).stream()
                .map(StoredJobs::job)
                .toList();
    }

    @Override
    public boolean cancel(String id) {
        return store.requestCancel(id);
    }

    private static Job job(org.extenddb.core.job.Job stored) {
        TableAddress table = stored.table();
        boolean running = !stored.state().isEnded();
        return new Job(
                stored.id(),
                stored.kind(),
                "arn:aws:dynamodb:" + table.region() + ":" + table.account() + ":table/" + table.tableName(),
                stored.state().name(),
                stored.progress().done(),
                message(stored),
                stored.times().createdAt(),
                ended(stored),
                running && !stored.cancelRequested());
    }

    private static @Nullable String message(org.extenddb.core.job.Job stored) {
        if (stored.failure() != null) {
            return stored.failure().code() + ": " + stored.failure().message();
        }
        return stored.cancelRequested() && !stored.state().isEnded() ? "is being cancelled" : null;
    }

    private static @Nullable Instant ended(org.extenddb.core.job.Job stored) {
        return stored.times().endedAt() == null
                ? stored.times().startedAt()
                : stored.times().endedAt();
    }
}
