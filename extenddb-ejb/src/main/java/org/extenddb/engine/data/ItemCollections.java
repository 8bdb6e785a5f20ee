package org.extenddb.engine.data;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.extenddb.core.api.item.ItemCollectionMetrics;
import org.extenddb.core.key.KeyEncoder;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.ProjectionType;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.TableCatalog;

/**
 * Estimates how large item collections are: the items with one hash key and their entries in local indexes. Whoever does not ask pays
 * nothing. In a table that is small as a whole, which its last count tells, no collection is looked at.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ItemCollections">Item collections</a>
 */
public final class ItemCollections {
    private static final long GIGABYTE = 1L << 30;

    /** Leaves room for what may have been written since the last count. */
    private static final long SMALL = GIGABYTE / 2;

    private final TableCatalog catalog;
    private final ItemStore items;

    public ItemCollections(TableCatalog catalog, ItemStore items) {
        this.catalog = catalog;
        this.items = items;
    }

    /** What is to be told of the collections with these hash keys: nothing where the table has no local index. */
    public List<ItemCollectionMetrics> of(TablePlan plan, Collection<AttributeValue> hashKeys) {
        List<IndexDefinition> local = plan.localIndexes();
        if (local.isEmpty() || hashKeys.isEmpty()) {
            return List.of();
        }
        // No local index holds more than the table.
        long most = catalog.statistics(plan.definition(), KeyRange.TABLE).sizeBytes() * (1 + local.size());
        boolean small = most < SMALL;
        return hashKeys.stream()
                .map(value -> small ? metrics(plan, value, 0, 0) : measured(plan, local, value))
                .toList();
    }

    private ItemCollectionMetrics measured(TablePlan plan, List<IndexDefinition> local, AttributeValue value) {
        Range range = size(items, plan, local, KeyEncoder.partition(List.of(value)));
        return metrics(plan, value, range.least(), range.most());
    }

    /** How large a collection is at least. */
    static long leastSize(ItemStore items, TablePlan plan, PartitionHash partition) {
        return size(items, plan, plan.localIndexes(), partition).least();
    }

    private record Range(long least, long most) {}

    /** An index that does not hold all of an item holds something between nothing and all of it. */
    private static Range size(ItemStore items, TablePlan plan, List<IndexDefinition> local, PartitionHash partition) {
        List<Long> sizes = items.partitionSizes(
                plan.layout(),
                partition,
                local.stream().map(IndexDefinition::slot).toList());
        long least = sizes.get(0);
        long most = least;
        for (int i = 0; i < local.size(); i++) {
            long ofIndex = sizes.get(i + 1);
            most += ofIndex;
            least += local.get(i).projection().type() == ProjectionType.ALL ? ofIndex : 0;
        }
        return new Range(least, most);
    }

    /** DynamoDB tells whole gigabytes. */
    private static ItemCollectionMetrics metrics(TablePlan plan, AttributeValue value, long least, long most) {
        String hash = plan.definition().keySchema().hash().get(0).name();
        return new ItemCollectionMetrics(
                Map.of(hash, value), Math.floorDiv(least, GIGABYTE), Math.floorDiv(most, GIGABYTE) + 1);
    }
}
