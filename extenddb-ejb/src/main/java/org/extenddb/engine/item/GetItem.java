package org.extenddb.engine.item;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.api.item.GetItemCodec;
import org.extenddb.core.api.item.GetItemRequest;
import org.extenddb.core.api.item.GetItemResponse;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.capacity.CapacityUnits;
import org.extenddb.core.capacity.ReadUnits;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.ItemAccess;
import org.extenddb.engine.data.ItemProjection;
import org.extenddb.engine.data.KeyChecks;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.engine.data.TableTarget;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.data.TouchedAttributes;
import org.extenddb.engine.data.Wording;
import org.jspecify.annotations.Nullable;

/** Reads one item. */
@Dependent
public class GetItem implements Operation<GetItemRequest, GetItem.Valid, GetItemResponse> {
    private static final String ACTION = "dynamodb:GetItem";

    private final Tables tables;
    private final ItemStore items;

    /** A read whose request has passed every check that needs no table. */
    public record Valid(
            String tableName,
            Map<String, AttributeValue> key,
            boolean consistent,
            @Nullable ItemProjection projection,
            CapacityReport capacity)
            implements ItemAccess {
        @Override
        public List<Map<String, AttributeValue>> touched() {
            return List.of(key);
        }

        @Override
        public Set<String> attributes() {
            return new TouchedAttributes().add(key.keySet()).add(projection).names();
        }

        @Override
        public String selects() {
            return ItemProjection.select(projection);
        }
    }

    @Inject
    public GetItem(Tables tables, ItemStore items) {
        this.tables = tables;
        this.items = items;
    }

    @Override
    public OperationSpec<GetItemRequest, GetItemResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB, "GetItem", ACTION, GetItemCodec::decode, GetItemCodec::encode);
    }

    @Override
    public Valid validate(GetItemRequest request) {
        String tableName = checkMembers(request);
        ItemProjection projection = ItemProjection.of(
                request.projectionExpression(), request.attributesToGet(), request.expressionAttributeNames());
        return new Valid(
                tableName,
                Wording.BARE.valid(WriteRequest.required(request.key())),
                Boolean.TRUE.equals(request.consistentRead()),
                projection,
                CapacityReport.of(request.returnConsumedCapacity()));
    }

    private static String checkMembers(GetItemRequest request) {
        Violations violations = new Violations();
        TableNames.checkTable(violations, request.tableName());
        violations.required("key", request.key());
        if (request.attributesToGet() != null) {
            violations.size(
                    "attributesToGet",
                    request.attributesToGet(),
                    request.attributesToGet().size(),
                    1,
                    Integer.MAX_VALUE);
        }
        violations.oneOf(
                new EnumMember("returnConsumedCapacity", request.returnConsumedCapacity(), CapacityReport.NAMES));
        violations.check();
        return WriteRequest.required(request.tableName());
    }

    @Override
    public List<AccessRequest> resources(Valid get, RequestContext context) {
        return List.of(tables.access(ACTION, TableTarget.table(get.tableName()), context, get));
    }

    @Override
    public GetItemResponse execute(Valid get, RequestContext context) {
        TablePlan plan = tables.plan(get.tableName(), context);
        KeySchema schema = plan.definition().keySchema();
        KeyChecks.key(schema, get.key());
        ItemProjection.check(get.projection(), plan);
        ItemAddress address = new ItemAddress(plan.layout(), ItemKeys.of(schema, get.key()));
        PartitionHash partition = address.key().partition();
        tables.throttle().admitRead(plan.definition(), null, partition);
        StoredItem stored = tables.visible(plan, items.get(address));
        double units = ReadUnits.of(stored == null ? 0 : stored.size(), get.consistent());
        tables.throttle().chargeRead(plan.definition(), null, partition, units);
        return new GetItemResponse(
                stored == null ? null : json(stored, get.projection()),
                get.capacity().report(get.tableName(), CapacityUnits.read(units), Map.of(), Map.of()));
    }

    private static byte[] json(StoredItem stored, @Nullable ItemProjection projection) {
        return projection == null ? stored.json() : ItemJson.write(projection.apply(ItemJson.read(stored.json())));
    }
}
