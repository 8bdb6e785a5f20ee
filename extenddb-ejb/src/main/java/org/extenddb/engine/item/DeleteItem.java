package org.extenddb.engine.item;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.api.item.DeleteItemCodec;
import org.extenddb.core.api.item.DeleteItemRequest;
import org.extenddb.core.api.item.WriteItemResponse;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.GuardedWrites;
import org.extenddb.engine.data.ItemAccess;
import org.extenddb.engine.data.ItemCollections;
import org.extenddb.engine.data.KeyChecks;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.data.TableTarget;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.data.TouchedAttributes;
import org.extenddb.engine.data.Wording;

/** Removes an item. */
@Dependent
public class DeleteItem implements Operation<DeleteItemRequest, DeleteItem.Valid, WriteItemResponse> {
    private static final String ACTION = "dynamodb:DeleteItem";

    private final Tables tables;
    private final ItemStore items;
    private final ItemCollections collections;

    /** A delete whose request has passed every check that needs no table. */
    public record Valid(
            String tableName, Map<String, AttributeValue> key, WriteCondition condition, WriteOptions options)
            implements ItemAccess {
        @Override
        public List<Map<String, AttributeValue>> touched() {
            return List.of(key);
        }

        @Override
        public Set<String> attributes() {
            return new TouchedAttributes()
                    .add(key.keySet())
                    .add(condition.condition())
                    .names();
        }

        @Override
        public CapacityReport capacity() {
            return options.capacity();
        }

        @Override
        public List<String> returns() {
            return options.returns();
        }
    }

    @Inject
    public DeleteItem(Tables tables, ItemStore items) {
        this.tables = tables;
        this.items = items;
        this.collections = tables.collections(items);
    }

    @Override
    public OperationSpec<DeleteItemRequest, WriteItemResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB, "DeleteItem", ACTION, DeleteItemCodec::decode, DeleteItemCodec::encode);
    }

    @Override
    public Valid validate(DeleteItemRequest request) {
        Violations violations = WriteRequest.required(request.tableName(), "key", request.key());
        WriteRequest.check(violations, request.condition(), request.returns(), false);
        String tableName = WriteRequest.required(request.tableName());
        WriteRequest write = WriteRequest.of(request.condition(), request.returns());
        WriteOptions options = write.options().oldOnly();
        Map<String, AttributeValue> key = Wording.ENVELOPE.valid(WriteRequest.required(request.key()));
        return new Valid(tableName, key, write.condition(), options);
    }

    @Override
    public List<AccessRequest> resources(Valid delete, RequestContext context) {
        return List.of(tables.access(ACTION, TableTarget.table(delete.tableName()), context, delete));
    }

    @Override
    public WriteItemResponse execute(Valid delete, RequestContext context) {
        TablePlan plan = tables.plan(delete.tableName(), context);
        KeySchema schema = plan.definition().keySchema();
        KeyChecks.key(schema, delete.key());
        ItemAddress address = new ItemAddress(plan.layout(), ItemKeys.of(schema, delete.key()));
        return new WriteOutcome(plan, delete.tableName(), delete.key(), delete.options(), collections)
                .blind(GuardedWrites.mutate(
                        tables,
                        items,
                        plan,
                        address,
                        BlindMutation.of(schema, delete.condition(), delete.options(), new Change.Remove())));
    }
}
