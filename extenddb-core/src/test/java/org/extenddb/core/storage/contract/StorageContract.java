package org.extenddb.core.storage.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;

/** What the contract tests share. */
public abstract class StorageContract {
    static final DynamoDbException REFUSED = DynamoDbException.of(ErrorCode.CONDITIONAL_CHECK_FAILED, "refused");

    private static final int PATIENCE_SECONDS = 120;

    protected abstract Backend backend();

    /** Has what was written counted, where that is done in the background. */
    protected void count() {}

    ItemStore items() {
        return backend().items();
    }

    TableLayout newTable(int... slots) {
        TableDefinition table = backend().tables().create(Samples.table(Samples.newAddress(), slots));
        if (table == null) {
            throw new IllegalStateException("a random table name is taken");
        }
        return TableLayout.of(table);
    }

    static ItemAddress address(TableLayout table, String partition, String sort) {
        return new ItemAddress(table, Samples.key(partition, sort));
    }

    static AddressedMutation at(ItemAddress address, ItemMutation mutation) {
        return new AddressedMutation(address, mutation);
    }

    MutationResult put(ItemAddress address, NewItem item) {
        return items().mutate(address, Mutations.put(item));
    }

    String text(ItemAddress address) {
        return Samples.text(items().get(address));
    }

    List<StoredItem> read(KeyRange range) {
        List<StoredItem> seen = new ArrayList<>();
        items().read(range, 10, seen::add);
        return seen;
    }

    List<ItemKey> keys(KeyRange range) {
        return read(range).stream().map(StoredItem::key).toList();
    }

    /** Runs a task in so many threads at once; what one throws fails the test, and so does one that never ends. */
    static <T extends @Nullable Object> List<T> concurrently(int threads, IntFunction<Callable<T>> task) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(task.apply(i)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("a concurrent task failed", e);
        } finally {
            executor.shutdownNow();
        }
    }
}
