package org.extenddb.engine.transaction;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.extenddb.core.api.item.ItemCollectionMetrics;
import org.extenddb.core.api.transaction.TransactWriteItemsCodec;
import org.extenddb.core.api.transaction.TransactWriteItemsRequest;
import org.extenddb.core.api.transaction.TransactWriteItemsResponse;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTransaction;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.RequestToken;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.GuardedWrites;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.data.TableTarget;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.data.ThrottledWrites;
import org.jspecify.annotations.Nullable;

/** Writes and checks up to 100 items, all or none of them. */
@Dependent
public class TransactWriteItems
        implements Operation<TransactWriteItemsRequest, TransactWriteItems.Valid, TransactWriteItemsResponse> {
    /** The operation itself needs no permission: each of its actions does. */
    private static final String ACTION = "dynamodb:TransactWriteItems";

    private static final int MAX_TOKEN = 36;
    private static final long MAX_BYTES = 4L * 1024 * 1024;

    private final Tables tables;
    private final ItemStore items;

    /** A transaction whose request has passed every check that needs no table. */
    public record Valid(
            List<WriteAction> actions, @Nullable Token token, CapacityReport capacity, boolean itemCollectionMetrics) {
        public Valid {
            actions = List.copyOf(actions);
        }
    }

    /** A ClientRequestToken and what it stands for. */
    record Token(String text, ByteString fingerprint) {}

    @Inject
    public TransactWriteItems(Tables tables, ItemStore items) {
        this.tables = tables;
        this.items = items;
    }

    @Override
    public OperationSpec<TransactWriteItemsRequest, TransactWriteItemsResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "TransactWriteItems",
                ACTION,
                TransactWriteItemsCodec::decode,
                TransactWriteItemsCodec::encode);
    }

    @Override
    public Valid validate(TransactWriteItemsRequest request) {
        Violations violations = new Violations();
        ActionConstraints.writes(violations, request.transactItems());
        violations.length("clientRequestToken", request.clientRequestToken(), 1, MAX_TOKEN);
        violations.oneOf(
                new EnumMember("returnConsumedCapacity", request.returnConsumedCapacity(), CapacityReport.NAMES));
        violations.oneOf(new EnumMember(
                "returnItemCollectionMetrics", request.returnItemCollectionMetrics(), ItemCollectionMetrics.NAMES));
        violations.check();
        List<WriteAction> actions = Objects.requireNonNull(request.transactItems()).stream()
                .map(WriteAction::of)
                .toList();
        long size = actions.stream().mapToLong(WriteAction::size).sum();
        if (size > MAX_BYTES) {
            throw DynamoDbException.validation(MessagesTransaction.tooLarge(size));
        }
        String token = request.clientRequestToken();
        return new Valid(
                actions,
                token == null ? null : new Token(token, RequestFingerprint.of(request.transactItems())),
                CapacityReport.of(request.returnConsumedCapacity()),
                "SIZE".equals(request.returnItemCollectionMetrics()));
    }

    @Override
    public List<AccessRequest> resources(Valid transaction, RequestContext context) {
        return transaction.actions().stream()
                .map(action -> tables.access(
                        action.type().iamAction(),
                        TableTarget.table(action.tableName()),
                        context,
                        new WriteAccess(action, transaction.capacity())))
                .toList();
    }

    @Override
    public TransactWriteItemsResponse execute(Valid transaction, RequestContext context) {
        List<PlannedAction> planned = transaction.actions().stream()
                .map(action -> new PlannedAction(action, tables.plan(action.tableName(), context)))
                .toList();
        List<TablePlan> plans = planned.stream().map(PlannedAction::plan).toList();
        TransactionKeys.requireOneAccount(plans, "TransactWriteItems");
        planned.forEach(PlannedAction::requireNoEmptyKey);
        TransactionKeys.cancelUnless(
                planned.stream().<Runnable>map(action -> action::check).toList());
        TransactionKeys.requireDistinct(
                planned.stream().map(PlannedAction::address).toList());
        List<AddressedMutation> mutations = planned.stream()
                .map(action -> guarded(action.plan(), action.mutation(transaction.capacity())))
                .toList();
        if (tables.throttle().isOn()) {
            admit(plans, mutations);
        }
        AtomicResult result = items.mutateAll(mutations, token(transaction.token(), context));
        if (result instanceof AtomicResult.Applied applied) {
            ThrottledWrites.charge(tables.throttle(), plans, mutations, applied.results(), true);
            GuardedWrites.written(tables, plans, mutations, applied.results());
        }
        return new TransactionOutcome(
                        planned,
                        transaction.capacity(),
                        transaction.itemCollectionMetrics() ? tables.collections(items) : null)
                .response(result, items);
    }

    private AddressedMutation guarded(TablePlan plan, AddressedMutation mutation) {
        return new AddressedMutation(
                mutation.address(), tables.collectionLimit().guarded(plan, mutation.address(), mutation.mutation()));
    }

    /** An action that its table has no throughput for cancels the transaction. */
    private void admit(List<TablePlan> plans, List<AddressedMutation> mutations) {
        TransactionKeys.cancelUnless(IntStream.range(0, plans.size())
                .<Runnable>mapToObj(i -> () -> ThrottledWrites.admit(tables.throttle(), plans.get(i), mutations.get(i)))
                .toList());
    }

    private static @Nullable RequestToken token(@Nullable Token token, RequestContext context) {
        return token == null
                ? null
                : new RequestToken(context.caller().account(), context.region(), token.text(), token.fingerprint());
    }
}
