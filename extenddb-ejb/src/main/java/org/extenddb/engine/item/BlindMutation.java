package org.extenddb.engine.item;

import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.StoredItem;
import org.jspecify.annotations.Nullable;

/**
 * A write whose outcome does not depend on the current item, apart from a condition: a put or a delete. It reads no more than the
 * condition and the report need.
 */
public record BlindMutation(Reads reads, WriteCondition condition, boolean oldOnFailure, Change change)
        implements ItemMutation {
    static BlindMutation of(KeySchema schema, WriteCondition condition, WriteOptions options, Change change) {
        return new BlindMutation(reads(schema, condition, options), condition, options.oldOnFailure(), change);
    }

    private static Reads reads(KeySchema schema, WriteCondition condition, WriteOptions options) {
        if (condition.isPresent()) {
            return condition.wantsAbsence(schema) ? Reads.CURRENT_PROBABLY_ABSENT : Reads.CURRENT;
        }
        return options.needPrevious() ? Reads.PREVIOUS : Reads.NOTHING;
    }

    @Override
    public Change apply(@Nullable StoredItem current) {
        DynamoDbException failure = condition.failure(current, oldOnFailure);
        return failure == null ? change : new Change.Refuse(failure);
    }
}
