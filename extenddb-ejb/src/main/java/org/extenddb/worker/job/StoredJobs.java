package org.extenddb.worker.job;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.extenddb.admin.Job;
import org.extenddb.admin.JobSource;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.job.JobState;
import org.extenddb.core.storage.JobStore;
import org.jspecify.annotations.Nullable;

/** Exports, imports, backups and restores, for administrators. */
@SingleInstance
public final class StoredJobs implements JobSource {
    /** So many of those that go on, and of the latest. */
    private static final int SHOWN = 1_000;

    private final JobStore store;

    @Inject
    public StoredJobs(JobStore store) {
        this.store = store;
    }

    @Override
    public List<Job> list() {
        Set<String> ids = new HashSet<>();
        return Stream.of(JobFilter.OPEN, JobFilter.ALL)
                .flatMap(filter -> store.list(filter, null, SHOWN).stream())
                .map(StoredJobs::job)
                .filter(job -> ids.add(job.id()))
                .toList();
    }

    @Override
    public boolean cancel(String id) {
        return store.requestCancel(id);
    }

    private static Job job(org.extenddb.core.job.Job job) {
        return new Job(
                job.id(),
                job.kind(),
                job.table().arn(),
                status(job.state()),
                job.progress().done(),
                message(job),
                Objects.requireNonNullElse(job.times().startedAt(), job.times().createdAt()),
                job.times().endedAt(),
                !job.state().isEnded() && !job.cancelRequested());
    }

    private static String status(JobState state) {
        return switch (state) {
            case QUEUED, RUNNING -> "RUNNING";
            case COMPLETED -> "SUCCEEDED";
            case FAILED, CANCELLED -> state.name();
        };
    }

    private static @Nullable String message(org.extenddb.core.job.Job job) {
        if (job.failure() != null) {
            return job.failure().code() + ": " + job.failure().message();
        }
        if (job.cancelRequested() && !job.state().isEnded()) {
            return "Is being cancelled";
        }
        long total = job.progress().total();
        return job.state().isEnded() || total == 0 ? null : job.progress().done() + " of about " + total;
    }
}
