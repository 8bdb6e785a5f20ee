package org.extenddb.engine.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.extenddb.config.ExpiryConfig;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.Expiry;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.throttle.Throttle;
import org.jspecify.annotations.Nullable;

/** Finds the table a request names, with its plan. */
@Dependent
public class Tables {
    private static final int REMEMBERED = 1_000;

    private final TableCatalog catalog;
    private final TableLifecycle lifecycle;
    private final Throttle throttle;
    private final ExpiryConfig expiry;
    private final CollectionLimit collectionLimit;
    private final Cache<Integer, TablePlan> plans =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Of a server that throttles nothing. */
    public Tables(TableCatalog catalog, TableLifecycle lifecycle) {
        this(catalog, lifecycle, Throttle.OFF);
    }

    /** Of a server that hides nothing. */
    public Tables(TableCatalog catalog, TableLifecycle lifecycle, Throttle throttle) {
        this(catalog, lifecycle, throttle, new ExpiryConfig(0, false));
    }

    /** Of a server whose item collections may grow. */
    public Tables(TableCatalog catalog, TableLifecycle lifecycle, Throttle throttle, ExpiryConfig expiry) {
        this(catalog, lifecycle, throttle, expiry, CollectionLimit.NONE);
    }

    @Inject
    public Tables(
            TableCatalog catalog,
            TableLifecycle lifecycle,
            Throttle throttle,
            ExpiryConfig expiry,
            CollectionLimit collectionLimit) {
        this.catalog = catalog;
        this.lifecycle = lifecycle;
        this.throttle = throttle;
        this.expiry = expiry;
        this.collectionLimit = collectionLimit;
    }

    /** Whether readers are not to see an item: it has expired, and such ones are hidden. */
    public boolean hides(TablePlan plan, StoredItem item) {
        return expiry.hidden() && Expiry.isPast(plan.definition(), item.json(), Instant.now());
    }

    /** The item as readers see it: null for one that is hidden. */
    public @Nullable StoredItem visible(TablePlan plan, @Nullable StoredItem item) {
        return item == null || hides(plan, item) ? null : item;
    }

    /** What keeps item collections from growing without end. */
    public CollectionLimit collectionLimit() {
        return collectionLimit;
    }

    /** What holds the tables to their throughput. */
    public Throttle throttle() {
        return throttle;
    }

    /**
     * The table as it is now.
     *
     * @param nameOrArn as sent
     * @throws DynamoDbException ResourceNotFoundException when there is none, or none yet, or it is going
     */
    public TablePlan plan(String nameOrArn, RequestContext context) {
        TableDefinition table = catalog.find(context.table(nameOrArn));
        if (table == null || !lifecycle.isUsable(table)) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, MessagesItem.TABLE_NOT_FOUND);
        }
        TablePlan plan = plans.getIfPresent(table.storageId());
        if (plan == null || plan.definition() != table) {
            plan = TablePlan.of(table);
            plans.put(table.storageId(), plan);
        }
        return plan;
    }

    /** For those who ask how large their item collections are. */
    public ItemCollections collections(ItemStore items) {
        return new ItemCollections(catalog, items);
    }

    /** What IAM has to allow for an action on one table that touches no items. */
    public static List<AccessRequest> access(String action, String nameOrArn, RequestContext context) {
        return List.of(new AccessRequest(action, context.table(nameOrArn).arn()));
    }

    /** What IAM has to allow for an action on the items of a table or an index. */
    public AccessRequest access(String action, TableTarget target, RequestContext context, ItemAccess items) {
        String table = context.table(target.nameOrArn()).arn();
        return new AccessRequest(
                action,
                target.indexName() == null ? table : table + "/index/" + target.indexName(),
                new ItemAccessDetails(this, target, context, items));
    }

    /** The key of a table or an index; null when there is none. */
    @Nullable
    KeySchema keySchema(TableTarget target, RequestContext context) {
        TableDefinition table = catalog.find(context.table(target.nameOrArn()));
        if (table == null || target.indexName() == null) {
            return table == null ? null : table.keySchema();
        }
        IndexDefinition index = table.index(target.indexName());
        return index == null ? null : index.keySchema();
    }
}
