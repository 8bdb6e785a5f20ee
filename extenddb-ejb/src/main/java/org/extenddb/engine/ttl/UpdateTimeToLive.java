package org.extenddb.engine.ttl;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.TimeToLiveCodec;
import org.extenddb.core.api.table.TimeToLiveMembers;
import org.extenddb.core.api.table.UpdateTimeToLiveRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.error.MessagesTimeToLive;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.TimeToLive;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.data.Tables;
import org.jspecify.annotations.Nullable;

/** Enables and disables time to live. Items that are there already are brought into step in the background. */
@SingleInstance
public final class UpdateTimeToLive implements Operation<UpdateTimeToLiveRequest, UpdateTimeToLive.Valid, TimeToLive> {
    private static final String ACTION = "dynamodb:UpdateTimeToLive";
    private static final int MAX_NAME = 255;

    private final TableCatalog catalog;
    private final TableLifecycle lifecycle;
    private final Clock clock;

    /** A request that has passed every check that needs no table. */
    public record Valid(String tableName, String attributeName, boolean enabled) {}

    @Inject
    public UpdateTimeToLive(TableCatalog catalog, TableLifecycle lifecycle) {
        this(catalog, lifecycle, Clock.systemUTC());
    }

    public UpdateTimeToLive(TableCatalog catalog, TableLifecycle lifecycle, Clock clock) {
        this.catalog = catalog;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    @Override
    public OperationSpec<UpdateTimeToLiveRequest, TimeToLive> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "UpdateTimeToLive",
                ACTION,
                TimeToLiveCodec::decodeUpdate,
                TimeToLiveCodec::encodeUpdate);
    }

    @Override
    public Valid validate(UpdateTimeToLiveRequest request) {
        TimeToLiveMembers sent = request.specification();
        Violations violations = new Violations();
        TableNames.checkTable(violations, request.tableName());
        violations.required("timeToLiveSpecification", sent);
        if (sent != null) {
            violations.required("timeToLiveSpecification.enabled", sent.enabled());
            violations.required("timeToLiveSpecification.attributeName", sent.attributeName());
            violations.length("timeToLiveSpecification.attributeName", sent.attributeName(), 1, MAX_NAME);
        }
        violations.check();
        TimeToLiveMembers members = Objects.requireNonNull(sent);
        return new Valid(
                Objects.requireNonNull(request.tableName()),
                Objects.requireNonNull(members.attributeName()),
                Objects.requireNonNull(members.enabled()));
    }

    @Override
    public List<AccessRequest> resources(Valid request, RequestContext context) {
        return Tables.access(ACTION, request.tableName(), context);
    }

    @Override
    public TimeToLive execute(Valid request, RequestContext context) {
        TableAddress address = context.table(request.tableName());
        TableDefinition changed = catalog.update(address, table -> {
            lifecycle.requireFilled(table);
            requireCreated(table);
            check(request, table.settings().timeToLive());
            return table.with(table.settings()
                    .withTimeToLive(new TimeToLive(request.attributeName(), request.enabled(), clock.instant())));
        });
        if (changed == null) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, MessagesTable.notFound(address.tableName()));
        }
        return Objects.requireNonNull(changed.settings().timeToLive());
    }

    /** A table that is DELETING is taken, as it is by DynamoDB. */
    private void requireCreated(TableDefinition table) {
        if (lifecycle.statusOf(table) == TableStatus.CREATING) {
            throw DynamoDbException.of(
                    ErrorCode.RESOURCE_IN_USE,
                    MessagesTable.beingCreated(table.address().tableName()));
        }
    }

    /** What would change nothing is told as such, even where it is too soon for a change. */
    private void check(Valid request, @Nullable TimeToLive current) {
        checkChange(request, current);
        if (current != null && lifecycle.isChanging(current.changedAt())) {
            throw DynamoDbException.validation(MessagesTimeToLive.CHANGED_BEFORE);
        }
    }

    private static void checkChange(Valid request, @Nullable TimeToLive current) {
        if (current == null || !current.enabled()) {
            if (!request.enabled()) {
                throw DynamoDbException.validation(MessagesTimeToLive.ALREADY_DISABLED);
            }
            return;
        }
        if (!current.attributeName().equals(request.attributeName())) {
            throw DynamoDbException.validation(MessagesTimeToLive.onAnotherAttribute(current.attributeName()));
        }
        if (request.enabled()) {
            throw DynamoDbException.validation(MessagesTimeToLive.ALREADY_ENABLED);
        }
    }
}
