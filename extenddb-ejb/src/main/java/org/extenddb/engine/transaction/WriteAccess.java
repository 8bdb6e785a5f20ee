package org.extenddb.engine.transaction;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.engine.data.ItemAccess;
import org.extenddb.engine.data.TouchedAttributes;

/** What one action of TransactWriteItems does with its item. */
record WriteAccess(WriteAction action, CapacityReport capacity) implements ItemAccess {
    @Override
    public List<Map<String, AttributeValue>> touched() {
        return List.of(action.attributes());
    }

    @Override
    public Set<String> attributes() {
        return new TouchedAttributes()
                .add(action.attributes().keySet())
                .add(action.condition().condition())
                .add(action.update() == null ? Set.of() : action.update().attributeNames())
                .names();
    }

    /** An action returns nothing but the item that failed its condition. */
    @Override
    public List<String> returns() {
        return List.of(action.oldOnFailure() ? "ALL_OLD" : "NONE");
    }

    @Override
    public String enclosingOperation() {
        return "TransactWriteItems";
    }
}
