package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.function.IntFunction;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.TableDescription;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.BackupRestoreSpec;
import org.extenddb.core.backup.PointInTimeRestoreSpec;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.job.JobId;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.model.RestoreOrigin;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.JobStore;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.table.Quotas;
import org.extenddb.engine.table.TableDescriber;
import org.jspecify.annotations.Nullable;

/** Begins restores: a table, and a job that fills it. Whoever dies in between leaves a table that goes by itself, as nothing fills it. */
@SingleInstance
public final class Restores {
    private final TableCatalog catalog;
    private final TableLifecycle lifecycle;
    private final TableDescriber describer;
    private final Quotas quotas;
    private final HistoryStore history;
    private final JobStore jobs;

    @Inject
    public Restores(
            TableCatalog catalog,
            TableLifecycle lifecycle,
            TableDescriber describer,
            Quotas quotas,
            HistoryStore history,
            JobStore jobs) {
        this.catalog = catalog;
        this.lifecycle = lifecycle;
        this.describer = describer;
        this.quotas = quotas;
        this.history = history;
        this.jobs = jobs;
    }

    TableDescription toPointInTime(TableDefinition source, NewTable target) {
        requireFree(target.address());
        quotas.checkNew(target);
        Instant time = Objects.requireNonNull(target.settings().origin()).restoredTo();
        String id = JobId.next(Instant.now());
        if (!history.hold(source.storageId(), id)) {
            throw DynamoDbException.of(
                    ErrorCode.TABLE_NOT_FOUND,
                    MessagesBackup.tableNotFound(source.address().tableName()));
        }
        return begin(
                id,
                PointInTimeRestoreSpec.KIND,
                filled -> new PointInTimeRestoreSpec(source.storageId(), source.address(), time, filled).toJson(),
                target);
    }

    /** Of a target that is free. */
    TableDescription fromBackup(String backupId, NewTable target) {
        quotas.checkNew(target);
        return begin(
                JobId.next(Instant.now()),
                BackupJobs.RESTORE,
                filled -> new BackupRestoreSpec(backupId, filled).toText(),
                target);
    }

    /** @param spec of the job that fills the table with this storage id: of several calls at once for one name one makes the table */
    private TableDescription begin(String id, String kind, IntFunction<String> spec, NewTable target) {
        TableDefinition created = catalog.create(target);
        if (created == null) {
            history.release(id);
            throw taken(target.address(), catalog.find(target.address()));
        }
        String filled = spec.apply(created.storageId());
        jobs.create(new NewJob(id, kind, target.address(), filled, null, Instant.now()));
        return describer.describe(created);
    }

    /** @throws DynamoDbException TableAlreadyExistsException or, while it is being restored itself, TableInUseException */
    void requireFree(TableAddress target) {
        TableDefinition there = catalog.find(target);
        if (there != null && lifecycle.isGone(there)) {
            catalog.delete(target, table -> {
                if (!lifecycle.isGone(table)) {
                    throw exists(target);
                }
            });
        } else if (there != null) {
            throw taken(target, there);
        }
    }

    /** @param there null for one that came and went meanwhile */
    private static DynamoDbException taken(TableAddress target, @Nullable TableDefinition there) {
        RestoreOrigin origin = there == null || there.status() != TableStatus.CREATING
                ? null
                : there.settings().origin();
        if (there != null && origin == null) {
            return exists(target);
        }
        String backup = origin == null ? null : origin.sourceBackupArn();
        return DynamoDbException.of(
                ErrorCode.TABLE_IN_USE,
                backup == null
                        ? MessagesBackup.tableInUse(target.tableName())
                        : MessagesBackup.beingRestored(target.tableName(), backup));
    }

    private static DynamoDbException exists(TableAddress target) {
        return DynamoDbException.of(ErrorCode.TABLE_ALREADY_EXISTS, MessagesBackup.tableExists(target.tableName()));
    }
}
