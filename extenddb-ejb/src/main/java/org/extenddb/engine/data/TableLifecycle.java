package org.extenddb.engine.data;

import jakarta.inject.Inject;
import java.time.Clock;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.TableConfig;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;

/** The status in which clients see a table. */
@SingleInstance
public final class TableLifecycle {
    private final TableConfig config;
    private final Clock clock;

    @Inject
    public TableLifecycle(TableConfig config) {
        this(config, Clock.systemUTC());
    }

    public TableLifecycle(TableConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The stored status, except that a table shows as CREATING for the configured time: no job has to end that. */
    public TableStatus statusOf(TableDefinition table) {
        boolean young = !config.creating().isZero()
                && clock.instant().isBefore(table.createdAt().plus(config.creating()));
        return young && table.status() == TableStatus.ACTIVE ? TableStatus.CREATING : table.status();
    }

    /** Whether items can be read and written, as clients see it. */
    public boolean isUsable(TableDefinition table) {
        TableStatus status = statusOf(table);
        return status == TableStatus.ACTIVE || status == TableStatus.UPDATING;
    }
}
