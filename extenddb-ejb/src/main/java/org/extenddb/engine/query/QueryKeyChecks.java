package org.extenddb.engine.query;

import java.util.List;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.expression.QueryKey;
import org.extenddb.core.expression.SortCondition;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.engine.data.IndexPlan;
import org.extenddb.engine.data.KeyChecks;
import org.jspecify.annotations.Nullable;

/** Checks the values in a Query's key condition: they have to be such as a key can have. */
final class QueryKeyChecks {
    private final KeySchema schema;
    private final @Nullable IndexPlan index;

    QueryKeyChecks(ReadTarget target) {
        this.schema = target.keySchema();
        this.index = target.index();
    }

    /**
     * Checks a key condition that fits the schema.
     *
     * @throws DynamoDbException ValidationException when a value is empty or too long for a key
     */
    void check(QueryKey key) {
        for (int i = 0; i < key.hash().size(); i++) {
            check(schema.hash().get(i), key.hash().get(i), ItemSize.MAX_HASH_KEY, MessagesItem.HASH_KEY_TOO_LONG);
        }
        SortCondition sort = key.sort();
        for (int i = 0; i < sort.equalTo().size(); i++) {
            range(i, List.of(sort.equalTo().get(i)));
        }
        range(sort.equalTo().size(), sort.operands());
    }

    private void range(int attribute, List<AttributeValue> values) {
        for (AttributeValue value : values) {
            check(schema.range().get(attribute), value, ItemSize.MAX_RANGE_KEY, MessagesItem.RANGE_KEY_TOO_LONG);
        }
    }

    private void check(KeyAttribute attribute, AttributeValue value, int maxSize, String tooLong) {
        if (KeyChecks.isEmpty(value)) {
            throw DynamoDbException.validation(
                    index == null
                            ? MessagesItem.emptyKey(attribute.name(), attribute.type())
                            : MessagesItem.emptyIndexKey(attribute.name(), attribute.type(), index.name()));
        }
        if (ItemSize.ofValue(value) > maxSize) {
            throw DynamoDbException.validation(tooLong);
        }
    }
}
