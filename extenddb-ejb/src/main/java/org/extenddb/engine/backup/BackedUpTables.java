package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.backup.ContinuousBackups;
import org.extenddb.core.api.backup.ContinuousBackups.Window;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.model.PointInTimeRecovery;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.engine.data.TableLifecycle;
import org.jspecify.annotations.Nullable;

/** Tables as the operations on backups see them, which have words of their own for what is missing. */
@SingleInstance
public final class BackedUpTables {
    private final TableCatalog catalog;
    private final TableLifecycle lifecycle;
    private final HistoryStore history;

    @Inject
    public BackedUpTables(TableCatalog catalog, TableLifecycle lifecycle, HistoryStore history) {
        this.catalog = catalog;
        this.lifecycle = lifecycle;
        this.history = history;
    }

    /** @throws DynamoDbException TableNotFoundException */
    public TableDefinition find(TableAddress address) {
        return find(address, address.tableName());
    }

    /**
     * Nothing is to be found yet of a table that is being restored, and no longer of one that was deleted more than a moment ago.
     *
     * @param named the name or ARN that the client is told of
     * @throws DynamoDbException TableNotFoundException
     */
    public TableDefinition find(TableAddress address, String named) {
        TableDefinition table = catalog.find(address);
        if (table == null || lifecycle.isForgotten(table) || TableLifecycle.isBeingRestored(table)) {
            throw DynamoDbException.of(ErrorCode.TABLE_NOT_FOUND, MessagesBackup.tableNotFound(named));
        }
        return table;
    }

    static DynamoDbException notFound(TableAddress address) {
        return DynamoDbException.of(ErrorCode.TABLE_NOT_FOUND, MessagesBackup.tableNotFound(address.tableName()));
    }

    /**
     * No backup can be made of a table that is CREATING; of one that an import fills DynamoDB says so in other words.
     *
     * @throws DynamoDbException TableNotFoundException or ContinuousBackupsUnavailableException
     */
    void requireCreated(TableDefinition table) {
        if (table.status() != TableStatus.CREATING && lifecycle.statusOf(table) == TableStatus.CREATING) {
            throw notFound(table.address());
        }
        requireUsable(table);
    }

    /** @throws DynamoDbException ContinuousBackupsUnavailableException for a table that is CREATING */
    void requireUsable(TableDefinition table) {
        if (lifecycle.statusOf(table) == TableStatus.CREATING) {
            throw DynamoDbException.of(
                    ErrorCode.CONTINUOUS_BACKUPS_UNAVAILABLE,
                    MessagesBackup.beingEnabled(table.address().tableName()));
        }
    }

    ContinuousBackups describe(TableDefinition table) {
        return new ContinuousBackups(window(table, history.now()));
    }

    /** To when the table can be restored; null while point-in-time recovery is disabled. */
    public static @Nullable Window window(TableDefinition table, Instant now) {
        PointInTimeRecovery recovery = table.settings().recovery();
        Integer days = recovery.recoveryPeriodInDays();
        if (days == null) {
            return null;
        }
        Instant since = recovery.keptSince();
        return since == null || since.isAfter(now)
                ? new Window(days, null, null)
                : new Window(days, earliest(since, days, now), now);
    }

    /** As far back as a period reaches, but not before everything was kept. */
    static Instant earliest(Instant since, int days, Instant now) {
        Instant reached = now.minus(Duration.ofDays(days));
        return reached.isAfter(since) ? reached : since;
    }
}
