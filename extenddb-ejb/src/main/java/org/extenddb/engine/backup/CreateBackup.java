package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.BackupConfig;
import org.extenddb.core.api.backup.BackupDescriptionCodec;
import org.extenddb.core.api.backup.BackupRequest;
import org.extenddb.core.backup.BackupJobs;
import org.extenddb.core.backup.BackupTable;
import org.extenddb.core.backup.BackupTableCodec;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Location;
import org.extenddb.core.backup.StoredBackup.Size;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.job.JobId;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectWriter;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.JobStore;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.Tables;

/** Begins a backup. It is of an instant shortly afterwards, at which one of the servers takes it up. */
@SingleInstance
public final class CreateBackup implements Operation<BackupRequest, CreateBackup.Valid, StoredBackup> {
    private static final String ACTION = "dynamodb:CreateBackup";

    private final BackedUpTables tables;
    private final BackupStore backups;
    private final JobStore jobs;
    private final HistoryStore history;
    private final ObjectStore objects;
    private final BackupConfig config;

    /** A request that has passed every check that needs no table. */
    public record Valid(String tableName, String backupName) {}

    @Inject
    public CreateBackup(
            BackedUpTables tables,
            BackupStore backups,
            JobStore jobs,
            HistoryStore history,
            ObjectStore objects,
            BackupConfig config) {
        this.tables = tables;
        this.backups = backups;
        this.jobs = jobs;
        this.history = history;
        this.objects = objects;
        this.config = config;
    }

    @Override
    public OperationSpec<BackupRequest, StoredBackup> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "CreateBackup",
                ACTION,
                BackupRequest::decode,
                BackupDescriptionCodec::encodeCreated);
    }

    @Override
    public Valid validate(BackupRequest request) {
        Violations violations = new Violations();
        TableNames.checkTable(violations, request.tableName());
        violations.required("backupName", request.backupName());
        violations.pattern("backupName", request.backupName(), TableNames.CHARACTERS);
        violations.length("backupName", request.backupName(), TableNames.MIN_LENGTH, TableNames.MAX_LENGTH);
        violations.check();
        return new Valid(Objects.requireNonNull(request.tableName()), Objects.requireNonNull(request.backupName()));
    }

    @Override
    public List<AccessRequest> resources(Valid request, RequestContext context) {
        return Tables.access(ACTION, request.tableName(), context);
    }

    @Override
    public StoredBackup execute(Valid request, RequestContext context) {
        TableDefinition table = tables.find(context.table(request.tableName()));
        tables.requireCreated(table);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String id = JobId.next(now);
        StoredBackup backup = new StoredBackup(
                id,
                table.address(),
                table.tableId(),
                request.backupName(),
                StoredBackup.Type.USER,
                Status.CREATING,
                now,
                Size.NONE,
                new Location(config.bucket(), prefix(table.address(), id)),
                BackupTableCodec.toJson(BackupTable.of(table)));
        requireWritable(backup.location());
        if (!history.hold(table.storageId(), id)) {
            throw BackedUpTables.notFound(table.address());
        }
        backups.create(backup);
        jobs.create(new NewJob(
                id, BackupJobs.CREATE, table.address(), Integer.toString(table.storageId()), null, Instant.now()));
        return backup;
    }

    static String prefix(TableAddress table, String id) {
        return table.account() + "/" + table.region() + "/" + table.tableName() + "/" + id + "/";
    }

    /** Whoever has no store for backups is to hear it now, and not as a backup that vanishes. */
    private void requireWritable(Location location) {
        try (ObjectWriter writer = objects.create(location.bucket(), location.prefix() + "begun")) {
            writer.finish();
        } catch (IOException e) {
            throw DynamoDbException.of(
                    ErrorCode.CONTINUOUS_BACKUPS_UNAVAILABLE, MessagesBackup.noStore(String.valueOf(e.getMessage())));
        }
    }
}
