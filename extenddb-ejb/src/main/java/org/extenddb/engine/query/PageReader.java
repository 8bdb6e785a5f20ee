package org.extenddb.engine.query;

import java.util.Map;
import org.extenddb.core.api.query.PageResponse;
import org.extenddb.core.capacity.CapacityUnits;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.capacity.ReadUnits;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.engine.data.IndexPlan;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.throttle.Throttle;
import org.jspecify.annotations.Nullable;

/** Reads one page of a range and makes the response of it. */
record PageReader(Tables tables, ItemStore items, ReadTarget target, ReadRequest request) {
    /** First guesses where the request sets no limit: most queries are for a few items, a scan is for all. */
    private static final int ITEMS_OF_A_QUERY = 40;

    private static final int ITEMS_OF_A_SCAN = 200;

    PageResponse read(KeyRange range) {
        PartitionHash partition =
                range.partitions().isSingle() ? range.partitions().first() : null;
        IndexPlan index = target.index();
        IndexDefinition definition = index == null ? null : index.definition();
        Throttle throttle = tables.throttle();
        throttle.admitRead(target.plan().definition(), definition, partition);
        PageCollector page = new PageCollector(target, request);
        boolean ended = items.read(
                range,
                expectedItems(range),
                item -> tables.hides(target.plan(), item) ? page.passOver(item) : page.test(item));
        throttle.chargeRead(target.plan().definition(), definition, partition, units(page));
        StoredItem last = page.last();
        return new PageResponse(
                page.items(),
                page.count(),
                page.scanned(),
                ended || last == null ? null : target.lastEvaluatedKey(last),
                capacity(page));
    }

    private int expectedItems(KeyRange range) {
        Integer limit = request.limit();
        if (limit != null) {
            return limit;
        }
        return range.partitions().isSingle() ? ITEMS_OF_A_QUERY : ITEMS_OF_A_SCAN;
    }

    /** Of the index, or of the table with what was fetched from it for a local index. */
    private double units(PageCollector page) {
        return ReadUnits.of(page.bytes(), request.consistent()) + page.fetchedUnits();
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
