package org.extenddb.worker.job;

import jakarta.inject.Inject;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.storage.jpa.job.JobQueue;
import org.extenddb.worker.BackgroundWork;

/** Says every few seconds that this server is still at its jobs, and hears whether somebody wants one to end. */
@SingleInstance
public final class JobHeartbeat implements BackgroundWork {
    private final JobTurns turns;
    private final JobQueue queue;
    private final JobRunners runners;

    @Inject
    public JobHeartbeat(JobTurns turns, JobQueue queue, JobRunners runners) {
        this.turns = turns;
        this.queue = queue;
        this.runners = runners;
    }

    @Override
    public void run() {
        if (!turns.isEmpty()) {
            turns.renew();
            turns.othersWait(queue.isAnyDue(runners.kinds()));
        }
    }
}
