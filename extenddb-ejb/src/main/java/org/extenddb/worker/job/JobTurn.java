package org.extenddb.worker.job;

import java.time.Duration;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobProgress;
import org.extenddb.storage.jpa.job.JobQueue;
import org.jspecify.annotations.Nullable;

/** A job while it has its turn on this server. The thread that works on it and the one that keeps it alive share this. */
final class JobTurn implements JobControl {
    private final JobQueue queue;
    private final JobTurns turns;
    private final String id;
    private final long end;
    private volatile boolean lost;
    private volatile boolean cancelled;

    JobTurn(JobQueue queue, JobTurns turns, Job job, Duration length) {
        this.turns = turns;
        this.queue = queue;
        this.id = job.id();
        this.cancelled = job.cancelRequested();
        this.end = System.nanoTime() + length.toNanos();
    }

    String id() {
        return id;
    }

    @Override
    public boolean goesOn() {
        return (System.nanoTime() - end < 0 || !turns.othersWait())
                && !cancelled
                && !lost
                && !Thread.currentThread().isInterrupted();
    }

    @Override
    public void checkpoint(@Nullable String checkpoint, JobProgress progress) {
        see(queue.checkpoint(id, checkpoint, progress));
        failIfLost();
    }

    @Override
    public void confirm() {
        renew();
        failIfLost();
    }

    /** Keeps the job for a while longer. */
    void renew() {
        see(queue.renew(id));
    }

    private void see(@Nullable Job job) {
        if (job == null) {
            lost = true;
        } else if (job.cancelRequested()) {
            cancelled = true;
        }
    }

    private void failIfLost() {
        if (lost) {
            throw new JobLostException(id);
        }
    }
}
