package org.extenddb.core.expression;

import java.util.Set;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.expression.error.UpdateMessages;
import org.extenddb.core.expression.eval.BoundUpdate;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeySchema;

/** An update that is ready to be applied to items. Immutable. */
public final class Update {
    private final BoundUpdate update;
    private final Set<String> modifiedNames;
    private final Set<String> attributeNames;

    Update(BoundUpdate update, Set<String> modifiedNames, Set<String> attributeNames) {
        this.update = update;
        this.modifiedNames = modifiedNames;
        this.attributeNames = attributeNames;
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
                throw DynamoDbException.validation(UpdateMessages.keyAttribute(name));
            }
        }
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
