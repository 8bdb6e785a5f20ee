package org.extenddb.engine.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.extenddb.core.api.batch.BatchWriteItemCodec;
import org.extenddb.core.api.batch.BatchWriteItemRequest;
import org.extenddb.core.api.batch.BatchWriteItemResponse;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesBatch;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.GuardedWrites;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.data.TableTarget;
import org.extenddb.engine.data.Tables;
import org.jspecify.annotations.Nullable;

/** Puts and deletes many items of many tables, each as PutItem or DeleteItem would. */
@Dependent
public class BatchWriteItem implements Operation<BatchWriteItemRequest, BatchWriteItem.Valid, BatchWriteItemResponse> {
    private static final String ACTION = "dynamodb:BatchWriteItem";

    private final Tables tables;
    private final ItemStore items;

    /** Writes that have passed every check that needs no table, in the request's order. */
    public record Valid(List<TableWrites> tables, CapacityReport capacity, boolean itemCollectionMetrics) {}

    @Inject
    public BatchWriteItem(Tables tables, ItemStore items) {
        this.tables = tables;
        this.items = items;
    }

    @Override
    public OperationSpec<BatchWriteItemRequest, BatchWriteItemResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "BatchWriteItem",
                ACTION,
                BatchWriteItemCodec::decode,
                BatchWriteItemCodec::encode);
    }

    @Override
    public Valid validate(BatchWriteItemRequest request) {
        return new Valid(
                BatchWriteChecks.check(request),
                CapacityReport.of(request.returnConsumedCapacity()),
                "SIZE".equals(request.returnItemCollectionMetrics()));
    }

    @Override
    public List<AccessRequest> resources(Valid batch, RequestContext context) {
        return batch.tables().stream()
                .map(table -> tables.access(
                        ACTION,
                        TableTarget.table(table.tableName()),
                        context,
                        new WritesAccess(table, batch.capacity())))
                .toList();
    }

    @Override
    public BatchWriteItemResponse execute(Valid batch, RequestContext context) {
        List<TablePlan> plans = batch.tables().stream()
                .map(writes -> tables.plan(writes.tableName(), context))
                .toList();
        List<AddressedMutation> mutations = mutations(batch, plans);
        List<@Nullable MutationResult> results =
                GuardedWrites.mutateEach(tables, items, eachPlan(batch, plans), mutations);
        BatchWriteAnswer answer = new BatchWriteAnswer(
                batch.capacity(), batch.itemCollectionMetrics() ? tables.collections(items) : null);
        int at = 0;
        for (int i = 0; i < plans.size(); i++) {
            TableWrites writes = batch.tables().get(i);
            int end = at + writes.writes().size();
            answer.add(writes, plans.get(i), results.subList(at, end));
            at = end;
        }
        return answer.response();
    }

    /** The plan of each write. */
    private static List<TablePlan> eachPlan(Valid batch, List<TablePlan> plans) {
        List<TablePlan> each = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            each.addAll(Collections.nCopies(batch.tables().get(i).writes().size(), plans.get(i)));
        }
        return each;
    }

    /** Checks every item against its table before anything is written. */
    private static List<AddressedMutation> mutations(Valid batch, List<TablePlan> plans) {
        Reads reads = batch.capacity() == CapacityReport.NONE ? Reads.NOTHING : Reads.PREVIOUS;
        List<AddressedMutation> mutations = new ArrayList<>();
        Set<ItemAddress> seen = new HashSet<>();
        for (int i = 0; i < plans.size(); i++) {
            for (BatchWrite write : batch.tables().get(i).writes()) {
                AddressedMutation mutation = write.against(plans.get(i), reads);
                if (!seen.add(mutation.address())) {
                    throw DynamoDbException.validation(MessagesBatch.DUPLICATE_KEYS);
                }
                mutations.add(mutation);
            }
        }
        return mutations;
    }
}
