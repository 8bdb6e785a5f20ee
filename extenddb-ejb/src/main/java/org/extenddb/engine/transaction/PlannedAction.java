package org.extenddb.engine.transaction;

import java.util.Map;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.engine.data.IndexKeyChecks;
import org.extenddb.engine.data.KeyChecks;
import org.extenddb.engine.data.LocalIndexSizes;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.item.BlindMutation;
import org.extenddb.engine.item.NewItems;
import org.extenddb.engine.item.UpdateMutation;

/** An action and the table that it is about. */
record PlannedAction(WriteAction action, TablePlan plan) {
    /** Refuses what is wrong with the request, whatever the transaction. */
    void requireNoEmptyKey() {
        TransactionKeys.requireNoneEmpty(plan, action.attributes());
        if (action.type() == ActionType.PUT) {
            TransactionKeys.requireNoneEmptyInIndexes(plan, action.attributes());
        }
    }

    /** Refuses what cancels the transaction before any item is looked at. */
    void check() {
        KeySchema schema = plan.definition().keySchema();
        if (action.type() == ActionType.PUT) {
            KeyChecks.item(schema, action.attributes());
            Item item = new Item(action.attributes());
            IndexKeyChecks.put(plan, item);
            if (plan.hasLocalIndex()) {
                LocalIndexSizes.check(plan, item, ItemSize.of(item), MessagesItem.PUT_TOO_LARGE);
            }
        } else {
            KeyChecks.key(schema, action.attributes());
        }
        if (action.update() != null) {
            action.update().requireNoKeyAttribute(schema);
        }
    }

    ItemAddress address() {
        return new ItemAddress(plan.layout(), ItemKeys.of(plan.definition().keySchema(), action.attributes()));
    }

    AddressedMutation mutation(CapacityReport capacity) {
        return new AddressedMutation(address(), mutate(capacity != CapacityReport.NONE));
    }

    private ItemMutation mutate(boolean needsPrevious) {
        Map<String, AttributeValue> attributes = action.attributes();
        return switch (action.type()) {
            case PUT -> {
                Item item = new Item(attributes);
                yield blind(needsPrevious, new Change.Write(NewItems.of(plan, item, ItemSize.of(item))));
            }
            case DELETE -> blind(needsPrevious, new Change.Remove());
            case CONDITION_CHECK -> blind(needsPrevious, new Change.Keep());
            case UPDATE ->
                new UpdateMutation(
                        plan, new Item(attributes), action.update(), action.condition(), action.oldOnFailure());
        };
    }

    private ItemMutation blind(boolean needsPrevious, Change change) {
        Reads reads = needsPrevious ? Reads.PREVIOUS : Reads.NOTHING;
        return new BlindMutation(
                action.condition().isPresent() ? Reads.CURRENT : reads,
                action.condition(),
                action.oldOnFailure(),
                change);
    }
}
