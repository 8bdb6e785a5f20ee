package org.extenddb.worker;

import jakarta.inject.Inject;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.engine.data.CollectionLimit;

/** Measures item collections that may have come close to their limit. Each server does those that it writes to. */
@SingleInstance
public final class CollectionMeasuring implements BackgroundWork {
    private final CollectionLimit limit;

    @Inject
    public CollectionMeasuring(CollectionLimit limit) {
        this.limit = limit;
    }

    @Override
    public void run() {
        limit.measure();
    }
}
