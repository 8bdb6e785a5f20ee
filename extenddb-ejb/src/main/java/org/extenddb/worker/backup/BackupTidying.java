package org.extenddb.worker.backup;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.backup.StoredBackup.Type;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.core.storage.JobStore;
import org.extenddb.engine.backup.DiscardedBackups;
import org.extenddb.worker.BackgroundWork;

/**
 * Deletes system backups that have been kept for long enough, and looks after backups that have lost their job: a server that dies may
 * leave one that nobody makes, or one that is deleted and whose objects nobody takes away. Of several servers that come to one, one
 * does it, or both do the same.
 */
@SingleInstance
public final class BackupTidying implements BackgroundWork {
    private static final int AT_ONCE = 100;
    private static final int MOST_JOBS = 1_000;

    /** A backup is there a moment before its job. */
    private static final Duration BEFORE_JOB = Duration.ofMinutes(10);

    private final BackupStore backups;
    private final JobStore jobs;
    private final DiscardedBackups discarded;

    @Inject
    public BackupTidying(BackupStore backups, JobStore jobs, DiscardedBackups discarded) {
        this.backups = backups;
        this.jobs = jobs;
        this.discarded = discarded;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        Instant now = Instant.now();
        backups.ofAllAccounts(Type.SYSTEM, Status.AVAILABLE, now.minus(StoredBackup.SYSTEM_KEPT), AT_ONCE)
                .forEach(discarded::delete);
        Instant longAgo = now.minus(BEFORE_JOB);
        of(Status.CREATING, longAgo)
                .filter(backup -> jobs.find(backup.id()) == null)
                .forEach(discarded::forget);
        Set<String> removed = beingRemoved();
        of(Status.DELETED, longAgo)
                .filter(backup -> !removed.contains(backup.id()))
                .forEach(discarded::removeObjects);
    }

    private Stream<StoredBackup> of(Status status, Instant begunBefore) {
        return Stream.of(Type.values())
                .flatMap(type -> backups.ofAllAccounts(type, status, begunBefore, AT_ONCE).stream());
    }

    private Set<String> beingRemoved() {
        JobFilter open = new JobFilter(null, null, null, Set.of(BackupJobs.DELETE), true);
        return jobs.list(open, null, MOST_JOBS).stream().map(Job::spec).collect(Collectors.toSet());
    }
}
