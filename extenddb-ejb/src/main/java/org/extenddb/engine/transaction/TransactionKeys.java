package org.extenddb.engine.transaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.error.CancellationReason;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.error.MessagesTransaction;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.engine.data.IndexPlan;
import org.extenddb.engine.data.KeyChecks;
import org.extenddb.engine.data.TablePlan;

/**
 * The checks of keys that transactions share. An empty key value refuses the request as such; any other fault is that action's reason
 * to cancel the transaction.
 */
final class TransactionKeys {
    private TransactionKeys() {}

    /** Refuses empty values of the table's key. */
    static void requireNoneEmpty(TablePlan plan, Map<String, AttributeValue> attributes) {
        KeySchema schema = plan.definition().keySchema();
        for (KeyAttribute attribute : schema.attributes()) {
            if (KeyChecks.isEmpty(attributes.get(attribute.name()))) {
                throw DynamoDbException.validation(MessagesItem.emptyKey(attribute.name(), attribute.type()));
            }
        }
    }

    /** Refuses empty values of index keys within an item that is put. */
    static void requireNoneEmptyInIndexes(TablePlan plan, Map<String, AttributeValue> item) {
        for (IndexPlan index : plan.indexes()) {
            for (KeyAttribute attribute : index.definition().keySchema().attributes()) {
                AttributeValue value = item.get(attribute.name());
                if (value != null && attribute.type().matches(value) && KeyChecks.isEmpty(value)) {
                    throw DynamoDbException.validation(
                            MessagesItem.emptyIndexKey(attribute.name(), attribute.type(), index.name()));
                }
            }
        }
    }

    /** Runs each check; cancels the transaction if one of them refuses its action. */
    static void cancelUnless(List<Runnable> checks) {
        List<CancellationReason> reasons = new ArrayList<>(checks.size());
        for (Runnable check : checks) {
            try {
                check.run();
                reasons.add(CancellationReason.NONE);
            } catch (DynamoDbException refusal) {
                reasons.add(CancellationReason.of(refusal));
            }
        }
        if (!reasons.stream().allMatch(CancellationReason::isNone)) {
            throw DynamoDbException.transactionCanceled(reasons);
        }
    }

    /** A transaction stays within one account: that of its first table. */
    static void requireOneAccount(List<TablePlan> plans, String operation) {
        AccountId account = plans.get(0).definition().address().account();
        cancelUnless(plans.stream()
                .<Runnable>map(plan -> () -> {
                    if (!plan.definition().address().account().equals(account)) {
                        throw DynamoDbException.validation(MessagesTransaction.otherAccount(operation));
                    }
                })
                .toList());
    }

    static void requireDistinct(List<ItemAddress> addresses) {
        Set<Object> seen = new HashSet<>();
        for (ItemAddress address : addresses) {
            if (!seen.add(List.of(address.table().storageId(), address.key()))) {
                throw DynamoDbException.validation(MessagesTransaction.ITEM_TWICE);
            }
        }
    }
}
