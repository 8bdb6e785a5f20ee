package org.extenddb.engine.query;

import java.util.List;
import java.util.Map;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesQuery;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.key.KeyPosition;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.engine.data.IndexPlan;
import org.extenddb.engine.data.KeyChecks;
import org.extenddb.engine.data.TablePlan;
import org.jspecify.annotations.Nullable;

/**
 * The table or the index that is read.
 *
 * @param index null when it is the table
 */
record ReadTarget(TablePlan plan, @Nullable IndexPlan index) {
    /**
     * Finds the target of a request and checks what depends on it.
     *
     * @throws DynamoDbException ValidationException when there is no such index, it cannot be read yet, or does not hold what
     *     is asked for
     */
    static ReadTarget of(TablePlan plan, ReadRequest request) {
        String name = request.indexName();
        if (name == null) {
            return new ReadTarget(plan, null);
        }
        IndexPlan index = plan.index(name);
        if (index == null) {
            throw DynamoDbException.validation(MessagesQuery.noSuchIndex(name));
        }
        if (index.definition().isGlobal()) {
            checkGlobal(index, request);
        }
        return new ReadTarget(plan, index);
    }

    private static void checkGlobal(IndexPlan index, ReadRequest request) {
        if (request.consistent()) {
            throw DynamoDbException.validation(MessagesQuery.CONSISTENT_ON_GLOBAL_INDEX);
        }
        if (index.definition().isBeingBuilt()) {
            throw DynamoDbException.validation(MessagesQuery.indexBackfilling(index.name()));
        }
        if (request.select() == Select.ALL_ATTRIBUTES && !index.holdsAll()) {
            throw DynamoDbException.validation(MessagesQuery.allAttributesOnGlobalIndex(index.name()));
        }
        List<String> missing = request.projection() == null
                ? List.of()
                : index.missing(request.projection().attributes());
        if (!missing.isEmpty()) {
            throw DynamoDbException.validation(MessagesQuery.notProjected(index.name(), missing));
        }
    }

    KeySchema keySchema() {
        return index == null
                ? plan.definition().keySchema()
                : index.definition().keySchema();
    }

    int slot() {
        return index == null ? KeyRange.TABLE : index.definition().slot();
    }

    /** Whether items have to be fetched from the table for what a local index does not hold. */
    boolean fetches(ReadRequest request) {
        if (index == null || index.holdsAll()) {
            return false;
        }
        return request.select() == Select.ALL_ATTRIBUTES
                || request.projection() != null
                        && !index.holdsAll(request.projection().attributes());
    }

    /** Whether {@code key} has the attributes that a LastEvaluatedKey of this target has. */
    boolean isStartKey(Map<String, AttributeValue> key) {
        if (key.size() != (index == null ? plan.keyNames() : index.keyNames()).size()) {
            return false;
        }
        return holds(plan.definition().keySchema(), key) && holds(keySchema(), key);
    }

    /** What is wrong with the values of a start key that has the right attributes; null when nothing is. */
    @Nullable
    String startKeyProblem(Map<String, AttributeValue> key) {
        try {
            KeyChecks.values(plan.definition().keySchema(), key);
            KeyChecks.values(keySchema(), key);
            return null;
        } catch (DynamoDbException problem) {
            return problem.getMessage();
        }
    }

    private static boolean holds(KeySchema schema, Map<String, AttributeValue> key) {
        for (KeyAttribute attribute : schema.attributes()) {
            AttributeValue value = key.get(attribute.name());
            if (value == null || !attribute.type().matches(value)) {
                return false;
            }
        }
        return true;
    }

    /** The place a valid start key names. */
    KeyPosition position(Map<String, AttributeValue> startKey) {
        ItemKey item = ItemKeys.of(plan.definition().keySchema(), startKey);
        if (index == null) {
            return KeyPosition.inTable(item);
        }
        ItemKey entry = ItemKeys.of(index.definition().keySchema(), startKey);
        return new KeyPosition(entry.partition(), entry.sort(), item);
    }

    /** The LastEvaluatedKey of a page that ended with {@code last}. */
    byte[] lastEvaluatedKey(StoredItem last) {
        Item keys = ItemJson.readAttributes(last.json(), index == null ? plan.keyNames() : index.keyNames());
        return ItemJson.write(keys);
    }
}
