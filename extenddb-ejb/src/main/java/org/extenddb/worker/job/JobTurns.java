package org.extenddb.worker.job;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.extenddb.cdi.SingleInstance;

/** The jobs that this server is at. */
@SingleInstance
public final class JobTurns {
    private final Set<JobTurn> turns = ConcurrentHashMap.newKeySet();

    @Inject
    public JobTurns() {}

    void add(JobTurn turn) {
        turns.add(turn);
    }

    void remove(JobTurn turn) {
        turns.remove(turn);
    }

    void renew() {
        turns.forEach(JobTurn::renew);
    }
}
