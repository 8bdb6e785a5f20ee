package org.extenddb.engine.item;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.api.item.PutItemCodec;
import org.extenddb.core.api.item.PutItemRequest;
import org.extenddb.core.api.item.WriteItemResponse;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.error.MessagesAttributeValue;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.NestingDepth;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.GuardedWrites;
import org.extenddb.engine.data.IndexKeyChecks;
import org.extenddb.engine.data.ItemAccess;
import org.extenddb.engine.data.ItemCollections;
import org.extenddb.engine.data.KeyChecks;
import org.extenddb.engine.data.LocalIndexSizes;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.data.TableTarget;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.data.TouchedAttributes;
import org.extenddb.engine.data.Wording;

/** Writes a whole item. */
@Dependent
public class PutItem implements Operation<PutItemRequest, PutItem.Valid, WriteItemResponse> {
    private static final String ACTION = "dynamodb:PutItem";

    private final Tables tables;
    private final ItemStore items;
    private final ItemCollections collections;

    /** A put whose request has passed every check that needs no table. */
    public record Valid(String tableName, Item item, int size, WriteCondition condition, WriteOptions options)
            implements ItemAccess {
        @Override
        public List<Map<String, AttributeValue>> touched() {
            return List.of(item.attributes());
        }

        @Override
        public Set<String> attributes() {
            return new TouchedAttributes()
                    .add(item.attributes().keySet())
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
    public PutItem(Tables tables, ItemStore items) {
        this.tables = tables;
        this.items = items;
        this.collections = tables.collections(items);
    }

    @Override
    public OperationSpec<PutItemRequest, WriteItemResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB, "PutItem", ACTION, PutItemCodec::decode, PutItemCodec::encode);
    }

    @Override
    public Valid validate(PutItemRequest request) {
        Violations violations = WriteRequest.required(request.tableName(), "item", request.item());
        WriteRequest.check(violations, request.condition(), request.returns(), true);
        String tableName = WriteRequest.required(request.tableName());
        WriteRequest write = WriteRequest.of(request.condition(), request.returns());
        WriteOptions options = write.options().oldOnly();
        Item item = new Item(Wording.ENVELOPE.valid(WriteRequest.required(request.item())));
        if (NestingDepth.exceedsLimit(item)) {
            throw Wording.ENVELOPE.apply(MessagesAttributeValue.NESTED_TOO_DEEP);
        }
        WriteCondition condition = write.condition();
        int size = ItemSize.of(item);
        if (size > ItemSize.MAX_ITEM) {
            throw Wording.ENVELOPE.apply(MessagesItem.PUT_TOO_LARGE);
        }
        return new Valid(tableName, item, size, condition, options);
    }

    @Override
    public List<AccessRequest> resources(Valid put, RequestContext context) {
        return List.of(tables.access(ACTION, TableTarget.table(put.tableName()), context, put));
    }

    @Override
    public WriteItemResponse execute(Valid put, RequestContext context) {
        TablePlan plan = tables.plan(put.tableName(), context);
        KeySchema schema = plan.definition().keySchema();
        KeyChecks.item(schema, put.item().attributes());
        IndexKeyChecks.put(plan, put.item());
        LocalIndexSizes.check(plan, put.item(), put.size(), MessagesItem.PUT_TOO_LARGE);
        Change change = new Change.Write(NewItems.of(plan, put.item(), put.size()));
        ItemAddress address = new ItemAddress(plan.layout(), ItemKeys.of(schema, put.item()));
        return new WriteOutcome(plan, put.tableName(), put.item().attributes(), put.options(), collections)
                .blind(GuardedWrites.mutate(
                        tables,
                        items,
                        plan,
                        address,
                        BlindMutation.of(schema, put.condition(), put.options(), change)));
    }
}
