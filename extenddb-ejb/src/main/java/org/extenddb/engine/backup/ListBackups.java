package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.backup.BackupPage;
import org.extenddb.core.api.backup.ListBackupsRequest;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.backup.StoredBackup.Status;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.core.storage.BackupStore.Filter;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.jspecify.annotations.Nullable;

/** Lists backups, the oldest first. */
@SingleInstance
public final class ListBackups implements Operation<ListBackupsRequest, ListBackups.Valid, BackupPage> {
    private static final String ACTION = "dynamodb:ListBackups";
    private static final String ALL = "ALL";
    private static final String AWS_BACKUP = "AWS_BACKUP";
    private static final List<String> TYPES = List.of("USER", "SYSTEM", AWS_BACKUP, ALL);
    private static final int MAX_LIMIT = 100;

    private final BackupStore backups;

    /**
     * A request that has passed every check.
     *
     * @param none whether nothing can match: backups of that type are not made here
     */
    public record Valid(
            Filter filter, boolean none, @Nullable BackupArn start, int limit) {}

    @Inject
    public ListBackups(BackupStore backups) {
        this.backups = backups;
    }

    @Override
    public OperationSpec<ListBackupsRequest, BackupPage> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB, "ListBackups", ACTION, ListBackupsRequest::decode, BackupPage::encode);
    }

    @Override
    public Valid validate(ListBackupsRequest request) {
        Violations violations = new Violations();
        if (request.tableName() != null) {
            TableNames.checkTable(violations, request.tableName());
        }
        violations.oneOf(new EnumMember("backupType", request.backupType(), TYPES));
        violations.range("limit", request.limit(), 1, MAX_LIMIT);
        BackupArn.check(violations, "exclusiveStartBackupArn", request.exclusiveStartBackupArn());
        violations.check();
        if (request.from() != null && request.to() != null && request.from().isAfter(request.to())) {
            throw DynamoDbException.validation(MessagesBackup.LOWER_OVER_UPPER);
        }
        String type = request.backupType();
        return new Valid(
                new Filter(
                        request.tableName() == null ? null : TableNames.nameOf(request.tableName()),
                        type(type),
                        request.from(),
                        request.to()),
                AWS_BACKUP.equals(type),
                request.exclusiveStartBackupArn() == null ? null : BackupArn.of(request.exclusiveStartBackupArn()),
                request.limit() == null ? MAX_LIMIT : request.limit());
    }

    /** Those of users where nothing else is asked for; null stands for all. */
    private static StoredBackup.@Nullable Type type(@Nullable String asked) {
        if (asked == null) {
            return StoredBackup.Type.USER;
        }
        return asked.equals(ALL) || asked.equals(AWS_BACKUP) ? null : StoredBackup.Type.valueOf(asked);
    }

    @Override
    public List<AccessRequest> resources(Valid request, RequestContext context) {
        return List.of(new AccessRequest(ACTION, "*"));
    }

    @Override
    public BackupPage execute(Valid request, RequestContext context) {
        if (request.none()) {
            return new BackupPage(List.of(), null);
        }
        if (request.start() != null
                && !context.region()
                        .value()
                        .equals(TableNames.regionOf(request.start().tableArn()))) {
            throw DynamoDbException.validation(MessagesBackup.START_OF_OTHER_REGION);
        }
        AccountId account = context.caller().account();
        List<StoredBackup> page = new ArrayList<>();
        String after = request.start() == null ? null : request.start().id();
        List<StoredBackup> next = backups.list(account, context.region(), request.filter(), after, request.limit() + 1);
        while (!next.isEmpty() && page.size() <= request.limit()) {
            next.stream().filter(backup -> backup.status() != Status.DELETED).forEach(page::add);
            after = next.get(next.size() - 1).id();
            next = backups.list(account, context.region(), request.filter(), after, request.limit() + 1);
        }
        if (page.size() <= request.limit()) {
            return new BackupPage(page, null);
        }
        List<StoredBackup> shown = page.subList(0, request.limit());
        return new BackupPage(shown, shown.get(shown.size() - 1).arn());
    }
}
