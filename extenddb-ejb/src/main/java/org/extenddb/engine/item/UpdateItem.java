package org.extenddb.engine.item;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.api.item.UpdateItemCodec;
import org.extenddb.core.api.item.UpdateItemRequest;
import org.extenddb.core.api.item.WriteItemResponse;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.expression.Update;
import org.extenddb.core.expression.UpdateExpression;
import org.extenddb.core.expression.legacy.LegacyUpdates;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.MutationResult;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.GuardedWrites;
import org.extenddb.engine.data.ItemAccess;
import org.extenddb.engine.data.ItemCollections;
import org.extenddb.engine.data.KeyChecks;
import org.extenddb.engine.data.LegacyConstraints;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.data.TableTarget;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.data.TouchedAttributes;
import org.extenddb.engine.data.Wording;
import org.jspecify.annotations.Nullable;

/** Changes attributes of an item, which it creates where there is none. */
@Dependent
public class UpdateItem implements Operation<UpdateItemRequest, UpdateItem.Valid, WriteItemResponse> {
    private static final String ACTION = "dynamodb:UpdateItem";

    private final Tables tables;
    private final ItemStore items;
    private final ItemCollections collections;

    /**
     * An update whose request has passed every check that needs no table.
     *
     * @param update null when the request asks for no change beyond the item's existence
     */
    public record Valid(
            String tableName,
            Map<String, AttributeValue> key,
            @Nullable Update update,
            WriteCondition condition,
            WriteOptions options)
            implements ItemAccess {
        @Override
        public List<Map<String, AttributeValue>> touched() {
            return List.of(key);
        }

        @Override
        public Set<String> attributes() {
            return new TouchedAttributes()
                    .add(key.keySet())
                    .add(update == null ? Set.of() : update.attributeNames())
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
    public UpdateItem(Tables tables, ItemStore items) {
        this.tables = tables;
        this.items = items;
        this.collections = tables.collections(items);
    }

    @Override
    public OperationSpec<UpdateItemRequest, WriteItemResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB, "UpdateItem", ACTION, UpdateItemCodec::decode, UpdateItemCodec::encode);
    }

    @Override
    public Valid validate(UpdateItemRequest request) {
        Violations violations = WriteRequest.required(request.tableName(), "key", request.key());
        LegacyConstraints.updates(violations, request.attributeUpdates());
        WriteRequest.check(violations, request.condition(), request.returns(), true);
        String tableName = WriteRequest.required(request.tableName());
        WriteRequest write = WriteRequest.ofUpdate(request);
        Map<String, AttributeValue> key = Wording.ENVELOPE.valid(WriteRequest.required(request.key()));
        Update update = Wording.ENVELOPE.parsing(() -> update(request, write));
        if (request.updateExpression() != null
                && update != null
                && ItemSize.of(key) + update.charge() > ItemSize.MAX_ITEM) {
            throw DynamoDbException.validation(MessagesItem.UPDATE_TOO_LARGE);
        }
        return new Valid(tableName, key, update, write.condition(), write.options());
    }

    private static @Nullable Update update(UpdateItemRequest request, WriteRequest write) {
        String text = request.updateExpression();
        if (text != null) {
            return UpdateExpression.parse(text, write.context());
        }
        if (request.attributeUpdates() == null || request.attributeUpdates().isEmpty()) {
            return null;
        }
        return LegacyUpdates.of(request.attributeUpdates());
    }

    @Override
    public List<AccessRequest> resources(Valid update, RequestContext context) {
        return List.of(tables.access(ACTION, TableTarget.table(update.tableName()), context, update));
    }

    @Override
    public WriteItemResponse execute(Valid request, RequestContext context) {
        TablePlan plan = tables.plan(request.tableName(), context);
        KeySchema schema = plan.definition().keySchema();
        KeyChecks.key(schema, request.key());
        if (request.update() != null) {
            request.update().requireNoKeyAttribute(schema);
        }
        UpdateMutation mutation = new UpdateMutation(
                plan,
                new Item(request.key()),
                request.update(),
                request.condition(),
                request.options().oldOnFailure());
        ItemAddress address = new ItemAddress(plan.layout(), ItemKeys.of(schema, request.key()));
        MutationResult result = WriteOutcome.succeeded(GuardedWrites.mutate(tables, items, plan, address, mutation));
        byte[] attributes = UpdateReturn.json(request.options().returnValues(), result, mutation);
        return new WriteOutcome(plan, request.tableName(), request.key(), request.options(), collections)
                .response(attributes, result);
    }
}
