package org.extenddb.engine.backup;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.backup.ContinuousBackups;
import org.extenddb.core.api.backup.ContinuousBackupsCodec;
import org.extenddb.core.api.backup.UpdateContinuousBackupsRequest;
import org.extenddb.core.api.backup.UpdateContinuousBackupsRequest.Specification;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.PointInTimeRecovery;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.PastBeginning;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.Tables;
import org.jspecify.annotations.Nullable;

/** Enables and disables point-in-time recovery. It reaches back to when all writes that are under way know of it. */
@SingleInstance
public final class UpdateContinuousBackups
        implements Operation<UpdateContinuousBackupsRequest, UpdateContinuousBackups.Valid, ContinuousBackups> {
    private static final String ACTION = "dynamodb:UpdateContinuousBackups";
    private static final String SPECIFICATION = "pointInTimeRecoverySpecification";
    private static final int LONGEST_PERIOD = 35;

    private final BackedUpTables tables;
    private final TableCatalog catalog;
    private final HistoryStore history;
    private final SystemBackups deletions;

    /**
     * A request that has passed every check that needs no table.
     *
     * @param recoveryPeriodInDays null where it is not named: it stays, or is the longest
     */
    public record Valid(
            String tableName, boolean enabled, @Nullable Integer recoveryPeriodInDays) {}

    @Inject
    public UpdateContinuousBackups(
            BackedUpTables tables, TableCatalog catalog, HistoryStore history, SystemBackups deletions) {
        this.tables = tables;
        this.catalog = catalog;
        this.history = history;
        this.deletions = deletions;
    }

    @Override
    public OperationSpec<UpdateContinuousBackupsRequest, ContinuousBackups> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "UpdateContinuousBackups",
                ACTION,
                ContinuousBackupsCodec::decode,
                ContinuousBackupsCodec::encode);
    }

    @Override
    public Valid validate(UpdateContinuousBackupsRequest request) {
        Specification sent = request.specification();
        Violations violations = new Violations();
        TableNames.checkTable(violations, request.tableName());
        violations.required(SPECIFICATION, sent);
        if (sent != null) {
            violations.required(SPECIFICATION + ".pointInTimeRecoveryEnabled", sent.enabled());
            violations.range(SPECIFICATION + ".recoveryPeriodInDays", sent.recoveryPeriodInDays(), 1, LONGEST_PERIOD);
        }
        violations.check();
        Specification specification = Objects.requireNonNull(sent);
        boolean enabled = Objects.requireNonNull(specification.enabled());
        if (!enabled && specification.recoveryPeriodInDays() != null) {
            throw DynamoDbException.validation(MessagesBackup.PERIOD_WHEN_DISABLED);
        }
        return new Valid(Objects.requireNonNull(request.tableName()), enabled, specification.recoveryPeriodInDays());
    }

    @Override
    public List<AccessRequest> resources(Valid request, RequestContext context) {
        return Tables.access(ACTION, request.tableName(), context);
    }

    @Override
    public ContinuousBackups execute(Valid request, RequestContext context) {
        TableAddress address = context.table(request.tableName());
        TableDefinition table = tables.find(address);
        tables.requireUsable(table);
        PointInTimeRecovery wanted = changed(table.settings().recovery(), request, history.now());
        if (!wanted.equals(table.settings().recovery())) {
            table = update(address, request);
            if (table.status() == TableStatus.DELETING) {
                deletions.changed(table);
            }
        }
        return tables.describe(table);
    }

    private TableDefinition update(TableAddress address, Valid request) {
        Instant now = history.now();
        TableDefinition changed = catalog.update(
                address,
                table -> table.with(
                        table.settings().withRecovery(changed(table.settings().recovery(), request, now))));
        if (changed == null) {
            throw BackedUpTables.notFound(address);
        }
        PointInTimeRecovery recovery = changed.settings().recovery();
        return recovery.isEnabled() && recovery.keptSince() == null
                ? PastBeginning.settle(catalog, history, changed)
                : changed;
    }

    private static PointInTimeRecovery changed(PointInTimeRecovery recovery, Valid request, Instant now) {
        if (!request.enabled()) {
            return recovery.disabled();
        }
        Integer had = recovery.recoveryPeriodInDays();
        Integer named = request.recoveryPeriodInDays();
        if (had == null) {
            return PointInTimeRecovery.enabled(named == null ? LONGEST_PERIOD : named);
        }
        Instant since = recovery.keptSince();
        if (named == null || named.equals(had) || since == null) {
            return named == null ? recovery : recovery.withPeriod(named);
        }
        return recovery.withPeriod(named).since(BackedUpTables.earliest(since, had, now));
    }
}
