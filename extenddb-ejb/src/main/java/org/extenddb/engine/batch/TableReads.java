package org.extenddb.engine.batch;

import java.util.List;
import java.util.Map;
import org.extenddb.core.api.batch.KeysAndAttributes;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.engine.data.ItemProjection;
import org.jspecify.annotations.Nullable;

/**
 * What a batch reads of one table.
 *
 * @param tableName as sent: a name or an ARN
 * @param projection null for whole items
 * @param sent for what cannot be read this time
 * @param refused keys that are not read, as the table has no throughput left for them
 */
public record TableReads(
        String tableName,
        List<Map<String, AttributeValue>> keys,
        boolean consistent,
        @Nullable ItemProjection projection,
        KeysAndAttributes sent,
        List<Map<String, AttributeValue>> refused) {
    /** The same with some of the keys refused. */
    TableReads refusing(List<Map<String, AttributeValue>> admitted, List<Map<String, AttributeValue>> others) {
        return new TableReads(tableName, admitted, consistent, projection, sent, others);
    }

    /** The part of an item that was asked for, as wire JSON. */
    byte[] json(StoredItem item) {
        return projection == null ? item.json() : ItemJson.write(projection.apply(ItemJson.read(item.json())));
    }
}
