package org.extenddb.engine.data;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.TableConfig;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.jspecify.annotations.Nullable;

/**
 * The status in which clients see a table. Whatever they do to one is done at once; the configured time makes CREATING, UPDATING
 * and DELETING visible for so long. The clock ends each of them; only the entry of a table that is DELETING is removed by a job.
 */
@SingleInstance
public final class TableLifecycle {
    /** For so long a table that is DELETING can still be backed up, restored from and exported. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

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

    /**
     * The stored status, except that a table shows as CREATING and as UPDATING for the configured time, and as UPDATING while an
     * index is allocated or deleted.
     */
    public TableStatus statusOf(TableDefinition table) {
        if (table.status() != TableStatus.ACTIVE) {
            return table.status();
        }
        if (isWithin(table.createdAt())) {
            return TableStatus.CREATING;
        }
        return isUpdating(table) || isIndexChanging(table) ? TableStatus.UPDATING : TableStatus.ACTIVE;
    }

    /** A table is UPDATING while an index is allocated or deleted, but not while one is filled. */
    private static boolean isIndexChanging(TableDefinition table) {
        return table.indexes().stream()
                .anyMatch(index -> index.status() == TableStatus.CREATING || index.status() == TableStatus.DELETING);
    }

    /** Whether a change of throughput, billing mode or class still shows. */
    public boolean isUpdating(TableDefinition table) {
        return table.status() != TableStatus.DELETING
                && isWithin(table.settings().changedAt());
    }

    /** Whether a deleted table is still to be shown as DELETING. */
    public boolean showsDeleting() {
        return !config.transition().isZero();
    }

    /** Whether a deleted table has shown as DELETING for long enough, and is gone. */
    public boolean isGone(TableDefinition table) {
        return table.status() == TableStatus.DELETING
                && !isWithin(table.settings().changedAt());
    }

    /** Whether backups and point-in-time recovery know a deleted table no longer, which is before it has stopped showing. */
    public boolean isForgotten(TableDefinition table) {
        Instant deleted = table.settings().changedAt();
        return isGone(table)
                || table.status() == TableStatus.DELETING
                        && (deleted == null || !clock.instant().isBefore(deleted.plus(REMEMBERED)));
    }

    /** Whether a restore is filling a table. Until it has, little more than describing it is to be had. */
    public static boolean isBeingRestored(TableDefinition table) {
        return table.status() == TableStatus.CREATING && table.settings().origin() != null;
    }

    /** @throws DynamoDbException ResourceNotFoundException for a table that is gone, or is being restored */
    public void requireFilled(TableDefinition table) {
        requireThere(table);
        if (isBeingRestored(table)) {
            throw notFound(table);
        }
    }

    /** @throws DynamoDbException ResourceNotFoundException for a table that is gone */
    public void requireThere(TableDefinition table) {
        if (isGone(table)) {
            throw notFound(table);
        }
    }

    private static DynamoDbException notFound(TableDefinition table) {
        return DynamoDbException.of(
                ErrorCode.RESOURCE_NOT_FOUND,
                MessagesTable.notFound(table.address().tableName()));
    }

    /** Whether items can be read and written, as clients see it. */
    public boolean isUsable(TableDefinition table) {
        TableStatus status = statusOf(table);
        return status == TableStatus.ACTIVE || status == TableStatus.UPDATING;
    }

    /** Whether a change that began then still shows as being under way. */
    public boolean isChanging(Instant began) {
        return isWithin(began);
    }

    private boolean isWithin(@Nullable Instant began) {
        return began != null
                && !config.transition().isZero()
                && clock.instant().isBefore(began.plus(config.transition()));
    }
}
