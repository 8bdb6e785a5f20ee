package org.extenddb.engine.batch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.engine.data.ItemAccess;
import org.extenddb.engine.data.TouchedAttributes;

/** What BatchWriteItem does with the items of one table. */
record WritesAccess(TableWrites writes, CapacityReport capacity) implements ItemAccess {
    @Override
    public List<Map<String, AttributeValue>> touched() {
        return writes.writes().stream().map(BatchWrite::attributes).toList();
    }

    @Override
    public Set<String> attributes() {
        TouchedAttributes attributes = new TouchedAttributes();
        touched().forEach(item -> attributes.add(item.keySet()));
        return attributes.names();
    }

    /** A write of a batch returns nothing of any item. */
    @Override
    public List<String> returns() {
        return List.of("NONE");
    }
}
