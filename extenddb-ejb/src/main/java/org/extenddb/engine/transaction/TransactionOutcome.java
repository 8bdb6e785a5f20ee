package org.extenddb.engine.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.extenddb.core.api.item.ItemCollectionMetrics;
import org.extenddb.core.api.transaction.TransactWriteItemsResponse;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.error.CancellationReason;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.error.MessagesTransaction;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.engine.data.ItemCollections;
import org.extenddb.engine.data.TablePlan;
import org.jspecify.annotations.Nullable;

/**
 * Turns what storage did with a transaction into its answer.
 *
 * @param collections null where nobody asks for their sizes
 */
record TransactionOutcome(
        List<PlannedAction> actions,
        CapacityReport capacity,
        @Nullable ItemCollections collections) {
    /** An empty index key by an update, which is known no earlier, refuses the request as such. */
    private static final Set<String> NO_REASONS =
            Set.of(MessagesItem.emptyIndexKeyByUpdate(ScalarType.S), MessagesItem.emptyIndexKeyByUpdate(ScalarType.B));

    /**
     * The response of a transaction that took effect, now or before.
     *
     * @throws DynamoDbException when it did not
     */
    TransactWriteItemsResponse response(AtomicResult result, ItemStore items) {
        if (result instanceof AtomicResult.Applied applied) {
            return applied(applied.results());
        }
        if (result instanceof AtomicResult.Repeated) {
            return repeated(items);
        }
        throw failure(result);
    }

    private DynamoDbException failure(AtomicResult result) {
        if (result instanceof AtomicResult.Refused refused) {
            return refusal(refused.results());
        }
        if (result instanceof AtomicResult.Conflict conflict) {
            return DynamoDbException.transactionCanceled(
                    CancellationReason.conflictsAt(conflict.positions(), actions.size()));
        }
        return result instanceof AtomicResult.TokenMismatch
                ? DynamoDbException.of(ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH, MessagesTransaction.TOKEN_MISMATCH)
                : DynamoDbException.of(ErrorCode.TRANSACTION_IN_PROGRESS, MessagesTransaction.IN_PROGRESS);
    }

    /** What a repetition costs is the reading of its items. */
    private TransactWriteItemsResponse repeated(ItemStore items) {
        TransactionReport report = new TransactionReport(capacity);
        if (capacity != CapacityReport.NONE) {
            List<@Nullable StoredItem> stored =
                    items.getAll(actions.stream().map(PlannedAction::address).toList());
            for (int i = 0; i < actions.size(); i++) {
                PlannedAction action = actions.get(i);
                report.read(action.action().tableName(), action.plan(), stored.get(i));
            }
        }
        return new TransactWriteItemsResponse(report.capacity(), metrics());
    }

    private TransactWriteItemsResponse applied(List<MutationResult> results) {
        TransactionReport report = new TransactionReport(capacity);
        for (int i = 0; i < actions.size(); i++) {
            PlannedAction action = actions.get(i);
            report.write(action.action().tableName(), action.plan(), results.get(i));
        }
        return new TransactWriteItemsResponse(report.capacity(), metrics());
    }

    /** The error of a transaction of which at least one action was refused. */
    private static DynamoDbException refusal(List<MutationResult> results) {
        List<CancellationReason> reasons = new ArrayList<>(results.size());
        for (MutationResult result : results) {
            if (!(result.change() instanceof Change.Refuse refusal)) {
                reasons.add(CancellationReason.NONE);
            } else if (NO_REASONS.contains(String.valueOf(refusal.error().getMessage()))) {
                return refusal.error();
            } else {
                reasons.add(CancellationReason.of(refusal.error()));
            }
        }
        return DynamoDbException.transactionCanceled(reasons);
    }

    /** One for each item collection that is written to, by table. */
    private Map<String, List<ItemCollectionMetrics>> metrics() {
        Map<String, List<ItemCollectionMetrics>> byTable = new LinkedHashMap<>();
        if (collections == null) {
            return byTable;
        }
        Map<TablePlan, Set<AttributeValue>> written = new LinkedHashMap<>();
        Map<TablePlan, String> names = new HashMap<>();
        for (PlannedAction action : actions) {
            TablePlan plan = action.plan();
            if (action.action().type() != ActionType.CONDITION_CHECK && plan.hasLocalIndex()) {
                String hash = plan.definition().keySchema().hash().get(0).name();
                names.putIfAbsent(plan, action.action().tableName());
                written.computeIfAbsent(plan, any -> new LinkedHashSet<>())
                        .add(Objects.requireNonNull(action.action().attributes().get(hash)));
            }
        }
        written.forEach((plan, hashKeys) -> byTable.put(names.get(plan), collections.of(plan, hashKeys)));
        return byTable;
    }
}
