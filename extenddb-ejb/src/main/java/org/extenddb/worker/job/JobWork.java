package org.extenddb.worker.job;

import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.JobConfig;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFailure;
import org.extenddb.core.job.JobState;
import org.extenddb.storage.jpa.job.JobQueue;
import org.extenddb.worker.BackgroundWork;
import org.jspecify.annotations.Nullable;

/**
 * Does jobs, a slice of each in turn. A server does few at a time: jobs read and write without pause, and clients' requests go
 * first. Further servers take up further jobs.
 */
@SingleInstance
public final class JobWork implements BackgroundWork {
    static final Duration SLICE = Duration.ofSeconds(20);
    static final int MAX_ATTEMPTS = 8;

    /** The last one's failure, where there was no time to say why: a job that kills its server. */
    static final JobFailure GAVE_UP = new JobFailure("InternalError", "The job was given up after several attempts.");

    /** For as long as DynamoDB tells of exports and imports. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(2);
    private static final Logger LOG = System.getLogger(JobWork.class.getName());

    private final JobQueue queue;
    private final JobRunners runners;
    private final JobTurns turns;
    private final int atOnce;
    private final AtomicLong forgetAt = new AtomicLong(System.nanoTime() + BETWEEN_FORGETTING.toNanos());

    @Inject
    public JobWork(JobQueue queue, JobRunners runners, JobTurns turns, JobConfig config) {
        this.atOnce = config.atOnce();
        this.queue = queue;
        this.runners = runners;
        this.turns = turns;
    }

    @Override
    public int lanes() {
        return atOnce;
    }

    @Override
    public void run() {
        Set<String> kinds = runners.kinds();
        forgetOld(kinds);
        Job job = next(kinds);
        while (job != null && !Thread.currentThread().isInterrupted()) {
            work(job);
            job = next(kinds);
        }
    }

    private @Nullable Job next(Set<String> kinds) {
        return kinds.isEmpty() ? null : queue.claim(kinds, turns.ids());
    }

    private void forgetOld(Set<String> kinds) {
        long due = forgetAt.get();
        long now = System.nanoTime();
        if (now - due > 0 && forgetAt.compareAndSet(due, now + BETWEEN_FORGETTING.toNanos())) {
            queue.forget(kinds, REMEMBERED);
        }
    }

    private void work(Job job) {
        JobTurn turn = new JobTurn(queue, turns, job, SLICE);
        turns.add(turn);
        try {
            JobRunner runner = runners.of(job.kind());
            if (job.cancelRequested()) {
                end(job, runner, JobState.CANCELLED, null);
            } else if (job.attempts() > MAX_ATTEMPTS && runner.givesUp(job)) {
                end(job, runner, JobState.FAILED, GAVE_UP);
            } else {
                step(job, runner, runner.run(job, turn));
            }
        } catch (JobLostException e) {
            LOG.log(Level.INFO, "EXDB0341I: Another server goes on with the {0} job {1}.", job.kind(), job.id());
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            LOG.log(Level.WARNING, "EXDB0342W: Work on the " + job.kind() + " job " + job.id() + " failed.", e);
            queue.release(job.id(), delay(job.attempts()), false);
        } finally {
            turns.remove(turn);
        }
    }

    private void step(Job job, JobRunner runner, JobStep step) throws IOException {
        if (step instanceof JobStep.Failed failed) {
            end(job, runner, JobState.FAILED, failed.failure());
        } else if (step instanceof JobStep.Continue more) {
            queue.release(job.id(), more.delay(), true);
        } else if (queue.end(job.id(), JobState.COMPLETED, null)) {
            LOG.log(Level.INFO, "EXDB0343I: The {0} job {1} is COMPLETED.", job.kind(), job.id());
        }
    }

    private void end(Job job, JobRunner runner, JobState state, @Nullable JobFailure failure) throws IOException {
        runner.abandon(job);
        if (queue.end(job.id(), state, failure)) {
            LOG.log(
                    Level.INFO,
                    "EXDB0344I: The {0} job {1} is {2}: {3}",
                    job.kind(),
                    job.id(),
                    state,
                    failure == null ? "as somebody wanted" : failure.code() + ", " + failure.message());
        }
    }

    private static Duration delay(int attempts) {
        Duration delay = Duration.ofSeconds(1L << Math.min(attempts, 16));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
