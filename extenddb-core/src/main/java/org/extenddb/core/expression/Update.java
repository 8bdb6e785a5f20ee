package org.extenddb.core.expression;

import java.util.Collections;
import java.util.Set;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.expression.eval.BoundUpdate;
import org.extenddb.core.expression.eval.UpdateCharge;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeySchema;

/** An update that is ready to be applied to items. Immutable. */
public final class Update {
    private final BoundUpdate update;
    private final Set<String> modifiedNames;
    private final Set<String> attributeNames;

    private Update(BoundUpdate update, Set<String> attributeNames) {
        this.update = update;
        this.modifiedNames = update.modifiedNames();
        this.attributeNames = Collections.unmodifiableSet(attributeNames);
    }

    /**
     * Wraps a bound update.
     *
     * @param attributeNames the top-level attributes it reads or writes
     */
    public static Update of(BoundUpdate update, Set<String> attributeNames) {
        return new Update(update, attributeNames);
    }

    /**
     * Applies the update. Every clause reads {@code current} as it is; for an item that does not exist yet, {@code current} is
     * its key alone.
     *
     * @throws DynamoDbException ValidationException, to be reported without any envelope, when the item lacks an attribute, has
     *     one of the wrong type or no place for the path, or when a number leaves its range
     */
    public UpdateResult apply(Item current) {
        BoundUpdate.Outcome outcome = update.apply(current);
        return new UpdateResult(outcome.updated(), outcome.touchedBefore(), outcome.touchedAfter());
    }

    /**
     * Refuses an update of the table's own key.
     *
     * @throws DynamoDbException ValidationException, to be reported without any envelope
     */
    public void requireNoKeyAttribute(KeySchema tableKey) {
        for (String name : modifiedNames) {
            if (tableKey.contains(name)) {
                throw DynamoDbException.validation(MessagesItem.keyUpdated(name));
            }
        }
    }

    /**
     * What the update itself weighs, by the rule that DynamoDB applies beside the size of the finished item: this and the size of
     * the key must together stay within the limit of an item. Not for legacy updates, nor inside transactions.
     */
    public int charge() {
        return UpdateCharge.of(update);
    }

    /** Whether an item that does not exist comes into being: not where all there is to do is to take away. */
    public boolean isCreating() {
        return update.isCreating();
    }

    /** The top-level attributes the update writes, in order of appearance. */
    public Set<String> modifiedNames() {
        return modifiedNames;
    }

    /** The top-level attributes the update reads or writes, in order of appearance. */
    public Set<String> attributeNames() {
        return attributeNames;
    }
}
