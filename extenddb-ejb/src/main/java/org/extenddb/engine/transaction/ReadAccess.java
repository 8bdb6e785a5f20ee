package org.extenddb.engine.transaction;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.engine.data.ItemAccess;
import org.extenddb.engine.data.ItemProjection;
import org.extenddb.engine.data.TouchedAttributes;

/** What one Get of TransactGetItems does with its item. */
record ReadAccess(ReadAction action, CapacityReport capacity) implements ItemAccess {
    @Override
    public List<Map<String, AttributeValue>> touched() {
        return List.of(action.key());
    }

    @Override
    public Set<String> attributes() {
        return new TouchedAttributes()
                .add(action.key().keySet())
                .add(action.projection())
                .names();
    }

    @Override
    public String selects() {
        return ItemProjection.select(action.projection());
    }

    @Override
    public String enclosingOperation() {
        return "TransactGetItems";
    }
}
