package org.extenddb.worker.job;

import jakarta.inject.Inject;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.worker.BackgroundWork;

/** Says every few seconds that this server is still at its jobs, and hears whether somebody wants one to end. */
@SingleInstance
public final class JobHeartbeat implements BackgroundWork {
    private final JobTurns turns;

    @Inject
    public JobHeartbeat(JobTurns turns) {
        this.turns = turns;
    }

    @Override
    public void run() {
        turns.renew();
    }
}
