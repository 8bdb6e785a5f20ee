package org.extenddb.engine.item;

import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesAttributeValue;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.expression.Update;
import org.extenddb.core.expression.UpdateResult;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.NestingDepth;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.engine.data.IndexKeyChecks;
import org.extenddb.engine.data.LocalIndexSizes;
import org.extenddb.engine.data.TablePlan;
import org.jspecify.annotations.Nullable;

/**
 * An update of one item as a function of the item as it is.
 *
 * @param key what an absent item starts from
 * @param update null when nothing is to change beyond the item's existence
 */
public record UpdateMutation(
        TablePlan plan, Item key, @Nullable Update update, WriteCondition condition, boolean oldOnFailure)
        implements ItemMutation {
    @Override
    public Reads reads() {
        return Reads.CURRENT;
    }

    @Override
    public Change apply(@Nullable StoredItem current) {
        DynamoDbException failure = condition.failure(current, oldOnFailure);
        if (failure != null) {
            return new Change.Refuse(failure);
        }
        try {
            return change(current);
        } catch (DynamoDbException refusal) {
            return new Change.Refuse(refusal);
        }
    }

    /** What the update makes of an item, which may be absent. */
    UpdateResult result(@Nullable StoredItem current) {
        Item before = before(current);
        return update == null ? new UpdateResult(before, Item.EMPTY, Item.EMPTY) : update.apply(before);
    }

    private Item before(@Nullable StoredItem current) {
        return current == null ? key : ItemJson.read(current.json());
    }

    private Change change(@Nullable StoredItem current) {
        Item before = before(current);
        Item after = update == null ? before : update.apply(before).updated();
        boolean remains = current != null || (update != null && !update.isCreating());
        if (remains && after.equals(before)) {
            return new Change.Keep();
        }
        IndexKeyChecks.update(plan, after);
        if (NestingDepth.exceedsLimit(after)) {
            throw DynamoDbException.validation(MessagesAttributeValue.NESTED_TOO_DEEP);
        }
        int size = ItemSize.of(after);
        if (size > ItemSize.MAX_ITEM) {
            throw DynamoDbException.validation(MessagesItem.UPDATE_TOO_LARGE);
        }
        LocalIndexSizes.check(plan, after, size, MessagesItem.UPDATE_TOO_LARGE);
        return new Change.Write(NewItems.of(plan, after, size));
    }
}
