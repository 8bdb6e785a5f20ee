package org.extenddb.core.storage.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.job.JobState;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.JobStore;
import org.jspecify.annotations.Nullable;

/** Jobs that nobody does. */
final class MemoryJobStore implements JobStore {
    private final TreeMap<String, Entry> jobs = new TreeMap<>(Comparator.reverseOrder());

    private record Entry(Job job, @Nullable String token) {}

    @Override
    public synchronized Job create(NewJob job) {
        if (job.clientToken() != null) {
            Job same = findByToken(job.table(), job.kind(), job.clientToken());
            if (same != null) {
                return same;
            }
        }
        Job created = new Job(
                job.id(),
                job.kind(),
                job.table(),
                job.spec(),
                JobState.QUEUED,
                JobProgress.NONE,
                null,
                0,
                false,
                null,
                new Job.Times(job.createdAt(), null, null));
        jobs.put(job.id(), new Entry(created, job.clientToken()));
        return created;
    }

    @Override
    public synchronized @Nullable Job find(String id) {
        Entry entry = jobs.get(id);
        return entry == null ? null : entry.job;
    }

    @Override
    public synchronized @Nullable Job findByToken(TableAddress owner, String kind, String token) {
        return jobs.values().stream()
                .filter(entry -> token.equals(entry.token) && entry.job.kind().equals(kind))
                .map(Entry::job)
                .filter(job -> job.table().account().equals(owner.account())
                        && job.table().region().equals(owner.region())
                        && job.times().createdAt().isAfter(Instant.now().minus(TOKEN_LIFETIME)))
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized List<Job> list(JobFilter filter, @Nullable String before, int limit) {
        return jobs.values().stream()
                .map(Entry::job)
                .filter(job -> before == null || job.id().compareTo(before) < 0)
                .filter(job -> matches(filter, job))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean requestCancel(String id) {
        Entry entry = jobs.get(id);
        if (entry == null || entry.job.state().isEnded()) {
            return false;
        }
        Job job = entry.job;
        Job cancelled = new Job(
                id,
                job.kind(),
                job.table(),
                job.spec(),
                job.state(),
                job.progress(),
                job.checkpoint(),
                job.attempts(),
                true,
                job.failure(),
                job.times());
        jobs.put(id, new Entry(cancelled, entry.token));
        return true;
    }

    private static boolean matches(JobFilter filter, Job job) {
        return (filter.account() == null || filter.account().equals(job.table().account()))
                && (filter.region() == null
                        || filter.region().equals(job.table().region()))
                && (filter.tableName() == null
                        || filter.tableName().equals(job.table().tableName()))
                && (filter.kinds().isEmpty() || filter.kinds().contains(job.kind()))
                && !(filter.open() && job.state().isEnded());
    }
}
