package org.extenddb.engine.item;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.core.api.item.ItemCollectionMetrics;
import org.extenddb.core.api.item.WriteItemResponse;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.capacity.ConsumedCapacity;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.engine.data.ItemCollections;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.data.WriteCapacity;
import org.jspecify.annotations.Nullable;

/**
 * Turns what storage did into the response.
 *
 * @param collections asked where the request asks
 */
record WriteOutcome(
        TablePlan plan,
        String tableName,
        Map<String, AttributeValue> key,
        WriteOptions options,
        ItemCollections collections) {
    /** Of a put or a delete. */
    WriteItemResponse blind(MutationResult result) {
        byte[] previous = json(succeeded(result));
        return response(options.returnValues() == ReturnValues.ALL_OLD ? previous : null, result);
    }

    /** With attributes that the caller has chosen. */
    WriteItemResponse response(byte @Nullable [] attributes, MutationResult result) {
        return new WriteItemResponse(attributes, capacity(result), metrics());
    }

    /** Passes a result on unless it is a refusal. */
    static MutationResult succeeded(MutationResult result) {
        if (result.change() instanceof Change.Refuse refusal) {
            throw refusal.error();
        }
        return result;
    }

    private static byte @Nullable [] json(MutationResult result) {
        return result.previous() == null ? null : result.previous().json();
    }

    private @Nullable ConsumedCapacity capacity(MutationResult result) {
        if (options.capacity() == CapacityReport.NONE) {
            return null;
        }
        return WriteCapacity.of(result).report(options.capacity(), tableName, plan);
    }

    private @Nullable ItemCollectionMetrics metrics() {
        if (!options.itemCollectionMetrics()) {
            return null;
        }
        String hash = plan.definition().keySchema().hash().get(0).name();
        return collections.of(plan, List.of(Objects.requireNonNull(key.get(hash)))).stream()
                .findFirst()
                .orElse(null);
    }
}
