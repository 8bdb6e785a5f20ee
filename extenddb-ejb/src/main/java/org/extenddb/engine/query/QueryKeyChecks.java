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
        check(schema.hash(), key.hash());
        require(size(key.hash()) <= ItemSize.MAX_HASH_KEY, MessagesItem.HASH_KEY_TOO_LONG);
        SortCondition sort = key.sort();
        check(schema.range(), sort.equalTo());
        int before = size(sort.equalTo());
        require(before <= ItemSize.MAX_RANGE_KEY, MessagesItem.RANGE_KEY_TOO_LONG);
        for (AttributeValue operand : sort.operands()) {
            check(schema.range().get(sort.equalTo().size()), operand);
            require(before + ItemSize.ofValue(operand) <= ItemSize.MAX_RANGE_KEY, MessagesItem.RANGE_KEY_TOO_LONG);
        }
    }

    private void check(List<KeyAttribute> attributes, List<AttributeValue> values) {
        for (int i = 0; i < values.size(); i++) {
            check(attributes.get(i), values.get(i));
        }
    }

    private void check(KeyAttribute attribute, AttributeValue value) {
        if (KeyChecks.isEmpty(value)) {
            throw DynamoDbException.validation(
                    index == null
                            ? MessagesItem.emptyKey(attribute.name(), attribute.type())
                            : MessagesItem.emptyIndexKey(attribute.name(), attribute.type(), index.name()));
        }
    }

    private static int size(List<AttributeValue> values) {
        return values.stream().mapToInt(ItemSize::ofValue).sum();
    }

    private static void require(boolean condition, String refusal) {
        if (!condition) {
            throw DynamoDbException.validation(refusal);
        }
    }
}
