package org.extenddb.engine.data;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * What one operation does with items, as fine-grained policies see it. Asked for only when a policy has such conditions.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html">Fine-grained access control</a>
 */
public interface ItemAccess {
    /** Of each item that is touched its key, or its attributes with the key among them. */
    List<Map<String, AttributeValue>> touched();

    /** The top-level attributes that the request names. */
    Set<String> attributes();

    CapacityReport capacity();

    /** What a read returns, in the terms of Select; null for writes. */
    default @Nullable String selects() {
        return null;
    }

    /** What a write may return of items, in the terms of ReturnValues; empty for reads. */
    default List<String> returns() {
        return List.of();
    }

    /** The operation that a transaction's action is part of. */
    default @Nullable String enclosingOperation() {
        return null;
    }

    /** Whether items are read whatever their keys are. */
    default boolean isScan() {
        return false;
    }
}
