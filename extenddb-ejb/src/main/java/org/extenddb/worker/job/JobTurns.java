package org.extenddb.worker.job;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.extenddb.cdi.SingleInstance;

/** The jobs that this server is at. */
@SingleInstance
public final class JobTurns {
    private final Set<JobTurn> turns = ConcurrentHashMap.newKeySet();
    private volatile boolean othersWait;

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

    /** Of their jobs. */
    Set<String> ids() {
        return turns.stream().map(JobTurn::id).collect(Collectors.toSet());
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }

    /** Whether further jobs wait for a turn, as of a few seconds ago. */
    boolean othersWait() {
        return othersWait;
    }

    void othersWait(boolean wait) {
        othersWait = wait;
    }
}
