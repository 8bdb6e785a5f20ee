package org.extenddb.engine.transaction;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.extenddb.core.api.transaction.TransactGetItemsCodec;
import org.extenddb.core.api.transaction.TransactGetItemsRequest;
import org.extenddb.core.api.transaction.TransactGetItemsResponse;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.capacity.ReadUnits;
import org.extenddb.core.error.CancellationReason;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTransaction;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.SnapshotResult;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.KeyChecks;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.data.TableTarget;
import org.extenddb.engine.data.Tables;
import org.jspecify.annotations.Nullable;

/** Reads up to 100 items as they were at one instant. */
@Dependent
public class TransactGetItems
        implements Operation<TransactGetItemsRequest, TransactGetItems.Valid, TransactGetItemsResponse> {
    private static final String ACTION = "dynamodb:GetItem";
    private static final long MAX_BYTES = 4L * 1024 * 1024;

    private final Tables tables;
    private final ItemStore items;

    /** Reads whose request has passed every check that needs no table. */
    public record Valid(List<ReadAction> actions, CapacityReport capacity) {
        public Valid {
            actions = List.copyOf(actions);
        }
    }

    @Inject
    public TransactGetItems(Tables tables, ItemStore items) {
        this.tables = tables;
        this.items = items;
    }

    @Override
    public OperationSpec<TransactGetItemsRequest, TransactGetItemsResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "TransactGetItems",
                ACTION,
                TransactGetItemsCodec::decode,
                TransactGetItemsCodec::encode);
    }

    @Override
    public Valid validate(TransactGetItemsRequest request) {
        Violations violations = new Violations();
        ActionConstraints.gets(violations, request.transactItems());
        violations.oneOf(
                new EnumMember("returnConsumedCapacity", request.returnConsumedCapacity(), CapacityReport.NAMES));
        violations.check();
        List<ReadAction> actions = Objects.requireNonNull(request.transactItems()).stream()
                .map(item -> ReadAction.of(item.get()))
                .toList();
        return new Valid(actions, CapacityReport.of(request.returnConsumedCapacity()));
    }

    @Override
    public List<AccessRequest> resources(Valid transaction, RequestContext context) {
        return transaction.actions().stream()
                .map(action -> tables.access(
                        ACTION,
                        TableTarget.table(action.tableName()),
                        context,
                        new ReadAccess(action, transaction.capacity())))
                .toList();
    }

    @Override
    public TransactGetItemsResponse execute(Valid transaction, RequestContext context) {
        List<ReadAction> actions = transaction.actions();
        List<TablePlan> plans = actions.stream()
                .map(action -> tables.plan(action.tableName(), context))
                .toList();
        TransactionKeys.requireOneAccount(plans, "TransactGetItems");
        List<ItemAddress> addresses = addresses(actions, plans);
        if (tables.throttle().isOn()) {
            admit(plans, addresses);
        }
        List<@Nullable StoredItem> stored = new ArrayList<>(read(addresses));
        for (int i = 0; i < stored.size(); i++) {
            stored.set(i, tables.visible(plans.get(i), stored.get(i)));
        }
        TransactionReport report = new TransactionReport(transaction.capacity());
        List<byte @Nullable []> found = new ArrayList<>(actions.size());
        for (int i = 0; i < actions.size(); i++) {
            report.read(actions.get(i).tableName(), plans.get(i), stored.get(i));
            charge(plans.get(i), addresses.get(i), stored.get(i));
            found.add(actions.get(i).json(stored.get(i)));
        }
        return new TransactGetItemsResponse(found, report.capacity());
    }

    private List<@Nullable StoredItem> read(List<ItemAddress> addresses) {
        SnapshotResult result = items.snapshot(addresses, MAX_BYTES);
        if (result instanceof SnapshotResult.Taken taken) {
            return taken.items();
        }
        if (result instanceof SnapshotResult.TooLarge tooLarge) {
            throw DynamoDbException.validation(MessagesTransaction.tooLarge(tooLarge.bytes()));
        }
        throw DynamoDbException.transactionCanceled(
                CancellationReason.conflictsAt(((SnapshotResult.Conflict) result).positions(), addresses.size()));
    }

    /** A Get that its table has no throughput for cancels the transaction. */
    private void admit(List<TablePlan> plans, List<ItemAddress> addresses) {
        List<Runnable> admissions = new ArrayList<>(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            TableDefinition table = plans.get(i).definition();
            PartitionHash key = addresses.get(i).key().partition();
            admissions.add(() -> tables.throttle().admitRead(table, null, key));
        }
        TransactionKeys.cancelUnless(admissions);
    }

    /** A read in a transaction is a consistent one, and costs twice as much. */
    private void charge(TablePlan plan, ItemAddress address, @Nullable StoredItem stored) {
        if (tables.throttle().isOn()) {
            double units = 2 * ReadUnits.of(stored == null ? 0 : stored.size(), true);
            tables.throttle().chargeRead(plan.definition(), null, address.key().partition(), units);
        }
    }

    private static List<ItemAddress> addresses(List<ReadAction> actions, List<TablePlan> plans) {
        List<Runnable> checks = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            ReadAction action = actions.get(i);
            TablePlan plan = plans.get(i);
            TransactionKeys.requireNoneEmpty(plan, action.key());
            checks.add(() -> KeyChecks.key(plan.definition().keySchema(), action.key()));
        }
        TransactionKeys.cancelUnless(checks);
        List<ItemAddress> addresses = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            TablePlan plan = plans.get(i);
            addresses.add(new ItemAddress(
                    plan.layout(),
                    ItemKeys.of(plan.definition().keySchema(), actions.get(i).key())));
        }
        TransactionKeys.requireDistinct(addresses);
        return addresses;
    }
}
