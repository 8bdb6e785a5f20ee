package org.extenddb.worker;

import jakarta.inject.Inject;
import java.time.Duration;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.ExpiryConfig;
import org.extenddb.storage.jpa.item.ExpiryColumn;

/** Removes items that have expired. All servers do it at once: each takes rows that no other holds. */
@SingleInstance
public final class ExpirySweep implements BackgroundWork {
    private static final int CHUNK = 500;
    private static final Duration TURN = Duration.ofSeconds(20);

    private final ExpiryColumn column;
    private final Duration pause;
    private long next = System.nanoTime();

    @Inject
    ExpirySweep(ExpiryColumn column, ExpiryConfig config) {
        this.column = column;
        this.pause = config.sweep();
    }

    @Override
    public void run() {
        if (System.nanoTime() - next < 0) {
            return;
        }
        Turn turn = new Turn(TURN);
        int items = CHUNK;
        while (items == CHUNK && turn.goesOn()) {
            items = column.removeExpired(CHUNK);
        }
        next = System.nanoTime() + pause.toNanos();
    }
}
