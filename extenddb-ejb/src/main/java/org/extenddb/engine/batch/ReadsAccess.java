package org.extenddb.engine.batch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.engine.data.ItemAccess;
import org.extenddb.engine.data.ItemProjection;
import org.extenddb.engine.data.TouchedAttributes;

/** What BatchGetItem does with the items of one table. */
record ReadsAccess(TableReads reads, CapacityReport capacity) implements ItemAccess {
    @Override
    public List<Map<String, AttributeValue>> touched() {
        return reads.keys();
    }

    @Override
    public Set<String> attributes() {
        TouchedAttributes attributes = new TouchedAttributes();
        reads.keys().forEach(key -> attributes.add(key.keySet()));
        return attributes.add(reads.projection()).names();
    }

    @Override
    public String selects() {
        return ItemProjection.select(reads.projection());
    }
}
