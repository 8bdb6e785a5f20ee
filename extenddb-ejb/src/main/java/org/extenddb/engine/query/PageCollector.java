package org.extenddb.engine.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.extenddb.core.capacity.ReadUnits;
import org.extenddb.core.expression.Condition;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.engine.data.IndexPlan;
import org.extenddb.engine.data.ItemProjection;
import org.jspecify.annotations.Nullable;

/**
 * Fills one page: up to Limit items or 1 MB, measured before the filter and by what the target holds of each item. Items are
 * decoded only as far as filter and projection need them.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html">Paginating results</a>
 */
final class PageCollector implements Predicate<StoredItem> {
    private static final int MAX_BYTES = 1 << 20;

    private final ReadRequest request;
    private final boolean fetches;
    private final int limit;
    private final @Nullable Condition filter;
    private final @Nullable ItemProjection projection;
    private final Set<String> wanted = new LinkedHashSet<>();
    private final List<byte[]> items = new ArrayList<>();
    private final @Nullable IndexPlan partialIndex;
    private @Nullable StoredItem last;
    private int scanned;
    private int count;
    private long bytes;
    private long passedOver;
    private double fetchedUnits;

    PageCollector(ReadTarget target, ReadRequest request) {
        this.request = request;
        this.fetches = target.fetches(request);
        this.limit = request.limit() == null ? Integer.MAX_VALUE : request.limit();
        this.filter = request.filter();
        this.projection = request.select() == Select.COUNT ? null : request.projection();
        IndexPlan index = target.index();
        this.partialIndex = index == null || index.holdsAll() ? null : index;
        if (filter != null) {
            wanted.addAll(filter.attributeNames());
        }
        if (projection != null) {
            wanted.addAll(projection.attributes());
        }
    }

    /** Takes the next item; answers whether the page has room for another. */
    @Override
    public boolean test(StoredItem stored) {
        last = stored;
        scanned++;
        if (partialIndex == null) {
            takeWhole(stored);
        } else {
            takePart(stored, partialIndex);
        }
        return scanned < limit && bytes < MAX_BYTES;
    }

    /**
     * Leaves out an item that nobody is to see: it counts for nothing, but after 1 MB of such ones the page ends, so that no request
     * reads without bound.
     */
    boolean passOver(StoredItem hidden) {
        last = hidden;
        passedOver += hidden.size();
        return passedOver < MAX_BYTES;
    }

    private void takeWhole(StoredItem stored) {
        bytes += stored.size();
        Item seen = wanted.isEmpty() ? Item.EMPTY : ItemJson.readAttributes(stored.json(), wanted);
        if (passes(seen)) {
            items.add(projection == null ? stored.json() : ItemJson.write(projection.apply(seen)));
        }
    }

    private void takePart(StoredItem stored, IndexPlan index) {
        Item whole = ItemJson.read(stored.json());
        Item part = index.view(whole);
        bytes += ItemSize.of(part);
        if (fetches) {
            fetchedUnits += ReadUnits.of(stored.size(), request.consistent());
        }
        Item seen = fetches ? whole : part;
        if (passes(seen)) {
            items.add(ItemJson.write(projection == null ? seen : projection.apply(seen)));
        }
    }

    /** Counts an item that the filter lets through; false also when nothing but the count is wanted. */
    private boolean passes(Item seen) {
        if (filter != null && !filter.test(seen)) {
            return false;
        }
        count++;
        return request.select() != Select.COUNT;
    }

    @Nullable
    List<byte[]> items() {
        return request.select() == Select.COUNT ? null : items;
    }

    /** The last item that was looked at. */
    @Nullable
    StoredItem last() {
        return last;
    }

    int count() {
        return count;
    }

    int scanned() {
        return scanned;
    }

    long bytes() {
        return bytes;
    }

    /** Read units of what was fetched from the table for a local index. */
    double fetchedUnits() {
        return fetchedUnits;
    }
}
