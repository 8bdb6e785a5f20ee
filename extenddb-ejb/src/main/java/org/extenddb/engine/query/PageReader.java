package org.extenddb.engine.query;

import java.util.Map;
import org.extenddb.core.api.query.PageResponse;
import org.extenddb.core.capacity.CapacityUnits;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.capacity.ReadUnits;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.engine.data.IndexPlan;
import org.jspecify.annotations.Nullable;

/** Reads one page of a range and makes the response of it. */
record PageReader(ItemStore items, ReadTarget target, ReadRequest request) {
    /** A first guess where the request sets no limit. */
    private static final int EXPECTED_ITEMS = 200;

    PageResponse read(KeyRange range) {
        PageCollector page = new PageCollector(target, request);
        Integer limit = request.limit();
        boolean ended = items.read(range, limit == null ? EXPECTED_ITEMS : limit, page);
        StoredItem last = page.last();
        return new PageResponse(
                page.items(),
                page.count(),
                page.scanned(),
                ended || last == null ? null : target.lastEvaluatedKey(last),
                capacity(page));
    }

    private @Nullable ConsumedCapacity capacity(PageCollector page) {
        CapacityUnits read = CapacityUnits.read(ReadUnits.of(page.bytes(), request.consistent()));
        IndexPlan index = target.index();
        if (index == null) {
            return request.capacity().report(request.tableName(), read, Map.of(), Map.of());
        }
        Map<String, CapacityUnits> units = Map.of(index.name(), read);
        boolean global = index.definition().isGlobal();
        return request.capacity()
                .report(
                        request.tableName(),
                        CapacityUnits.read(page.fetchedUnits()),
                        global ? Map.of() : units,
                        global ? units : Map.of());
    }
}
