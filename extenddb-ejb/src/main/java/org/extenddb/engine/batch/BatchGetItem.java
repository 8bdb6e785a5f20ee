package org.extenddb.engine.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.extenddb.core.api.batch.BatchGetItemCodec;
import org.extenddb.core.api.batch.BatchGetItemRequest;
import org.extenddb.core.api.batch.BatchGetItemResponse;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.ItemProjection;
import org.extenddb.engine.data.KeyChecks;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.data.TableTarget;
import org.extenddb.engine.data.Tables;
import org.jspecify.annotations.Nullable;

/** Reads many items of many tables, each as GetItem would. */
@Dependent
public class BatchGetItem implements Operation<BatchGetItemRequest, BatchGetItem.Valid, BatchGetItemResponse> {
    private static final String ACTION = "dynamodb:BatchGetItem";

    /** An answer holds no more: 52 items of 300 KB, as AWS's own example has it. */
    private static final long MAX_BYTES = 16_000_000;

    private final Tables tables;
    private final ItemStore items;

    /** Reads that have passed every check that needs no table, in the request's order. */
    public record Valid(List<TableReads> tables, CapacityReport capacity) {}

    @Inject
    public BatchGetItem(Tables tables, ItemStore items) {
        this.tables = tables;
        this.items = items;
    }

    @Override
    public OperationSpec<BatchGetItemRequest, BatchGetItemResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "BatchGetItem",
                ACTION,
                BatchGetItemCodec::decode,
                BatchGetItemCodec::encode);
    }

    @Override
    public Valid validate(BatchGetItemRequest request) {
        return new Valid(BatchGetChecks.check(request), CapacityReport.of(request.returnConsumedCapacity()));
    }

    @Override
    public List<AccessRequest> resources(Valid batch, RequestContext context) {
        return batch.tables().stream()
                .map(table -> tables.access(
                        ACTION,
                        TableTarget.table(table.tableName()),
                        context,
                        new ReadsAccess(table, batch.capacity())))
                .toList();
    }

    @Override
    public BatchGetItemResponse execute(Valid batch, RequestContext context) {
        List<TablePlan> plans = batch.tables().stream()
                .map(reads -> tables.plan(reads.tableName(), context))
                .toList();
        List<TableReads> reads = batch.tables();
        for (int i = 0; i < plans.size(); i++) {
            ItemProjection.check(reads.get(i).projection(), plans.get(i));
        }
        List<ItemAddress> addresses = addresses(reads, plans);
        List<@Nullable StoredItem> found;
        if (tables.throttle().isOn()) {
            ThrottledReads throttled = new ThrottledReads(tables.throttle(), plans);
            reads = throttled.admitted(reads);
            addresses = addresses(reads, plans);
            found = throttled.read(items, reads, addresses, MAX_BYTES);
        } else {
            found = items.getAtMost(addresses, MAX_BYTES);
        }
        BatchGetAnswer answer = new BatchGetAnswer(batch.capacity());
        int at = 0;
        for (int i = 0; i < reads.size(); i++) {
            TablePlan plan = plans.get(i);
            int from = Math.min(at, found.size());
            at += reads.get(i).keys().size();
            List<@Nullable StoredItem> visible = new ArrayList<>(found.subList(from, Math.min(at, found.size())));
            visible.replaceAll(item -> tables.visible(plan, item));
            answer.add(reads.get(i), visible);
        }
        return answer.response();
    }

    private static List<ItemAddress> addresses(List<TableReads> batch, List<TablePlan> plans) {
        List<ItemAddress> addresses = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            KeySchema schema = plans.get(i).definition().keySchema();
            for (Map<String, AttributeValue> key : batch.get(i).keys()) {
                KeyChecks.key(schema, key);
                addresses.add(new ItemAddress(plans.get(i).layout(), ItemKeys.of(schema, key)));
            }
        }
        return addresses;
    }
}
