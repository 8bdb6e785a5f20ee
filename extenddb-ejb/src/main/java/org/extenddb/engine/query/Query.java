package org.extenddb.engine.query;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.api.query.PageResponse;
import org.extenddb.core.api.query.QueryCodec;
import org.extenddb.core.api.query.QueryRequest;
import org.extenddb.core.api.query.ReadMembers;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesConstraints;
import org.extenddb.core.error.MessagesQuery;
import org.extenddb.core.expression.Condition;
import org.extenddb.core.expression.ExpressionContext;
import org.extenddb.core.expression.KeyCondition;
import org.extenddb.core.expression.KeyConditionExpression;
import org.extenddb.core.expression.QueryKey;
import org.extenddb.core.expression.error.MessagesExpression;
import org.extenddb.core.expression.legacy.LegacyKeyConditions;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.key.KeyEncoder;
import org.extenddb.core.key.KeyPosition;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.key.PartitionRange;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.IndexPlan;
import org.extenddb.engine.data.ItemAccess;
import org.extenddb.engine.data.ItemProjection;
import org.extenddb.engine.data.LegacyConstraints;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.data.TouchedAttributes;
import org.extenddb.engine.data.Wording;
import org.jspecify.annotations.Nullable;

/** Reads items with one hash key, in the order of their sort keys. */
@Dependent
public class Query implements Operation<QueryRequest, Query.Valid, PageResponse> {
    private static final String ACTION = "dynamodb:Query";

    private final Tables tables;
    private final ItemStore items;

    /** A query whose request has passed every check that needs no table. */
    public record Valid(ReadRequest read, KeyCondition keyCondition, boolean forward, boolean legacyFilter)
            implements ItemAccess {
        /** What is known of the key that the items share. */
        @Override
        public List<Map<String, AttributeValue>> touched() {
            return List.of(keyCondition.equalities());
        }

        @Override
        public Set<String> attributes() {
            return new TouchedAttributes()
                    .add(keyCondition.attributeNames())
                    .add(read.attributes())
                    .names();
        }

        @Override
        public CapacityReport capacity() {
            return read.capacity();
        }

        @Override
        public String selects() {
            return read.select().name();
        }
    }

    @Inject
    public Query(Tables tables, ItemStore items) {
        this.tables = tables;
        this.items = items;
    }

    @Override
    public OperationSpec<QueryRequest, PageResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB, "Query", ACTION, QueryCodec::decode, QueryCodec::encode);
    }

    @Override
    public Valid validate(QueryRequest request) {
        ReadMembers read = request.read();
        Violations violations = ReadChecks.members(read, "queryFilter");
        LegacyConstraints.conditions(violations, "keyConditions", request.keyConditions());
        if (read.limit() != null && read.limit() < 1) {
            violations.add(MessagesConstraints.minValueUnquoted("Limit", 1));
        }
        violations.check();
        ExpressionContext context = ReadChecks.expressions(read, "QueryFilter", Wording.BARE)
                .legacy("KeyConditions", request.keyConditions())
                .expression("KeyConditionExpression", request.keyConditionExpression())
                .context(read.expressionAttributeNames(), read.expressionAttributeValues());
        Select select = Select.of(read, Wording.ENVELOPE);
        Map<String, AttributeValue> startKey = ReadChecks.startKey(read.exclusiveStartKey(), Wording.BARE);
        return Wording.BARE.parsing(() -> {
            KeyCondition keyCondition = keyCondition(request, context);
            Condition filter = ReadChecks.filter(read, context);
            ItemProjection projection = ReadChecks.projection(read, context);
            context.requireAllUsed();
            return new Valid(
                    ReadRequest.of(read, select, startKey, projection, filter),
                    keyCondition,
                    !Boolean.FALSE.equals(request.scanIndexForward()),
                    read.filterExpression() == null);
        });
    }

    private static KeyCondition keyCondition(QueryRequest request, ExpressionContext context) {
        if (request.keyConditionExpression() != null) {
            return KeyConditionExpression.parse(request.keyConditionExpression(), context);
        }
        if (request.keyConditions() == null || request.keyConditions().isEmpty()) {
            throw DynamoDbException.validation(MessagesQuery.NO_KEY_CONDITION);
        }
        return LegacyKeyConditions.of(request.keyConditions());
    }

    @Override
    public List<AccessRequest> resources(Valid query, RequestContext context) {
        return List.of(tables.access(ACTION, query.read().target(), context, query));
    }

    @Override
    public PageResponse execute(Valid query, RequestContext context) {
        ReadRequest read = query.read();
        ReadTarget target = ReadTarget.of(tables.plan(read.tableName(), context), read);
        QueryKey key = Wording.BARE.parsing(() -> query.keyCondition().resolve(target.keySchema()));
        new QueryKeyChecks(target).check(key);
        checkFilter(target, read.filter(), query.legacyFilter());
        ReadChecks.paths(read, target.plan());
        checkFilterIsProjected(target, read);
        PartitionHash partition = KeyEncoder.partition(key.hash());
        SortBounds bounds = SortRange.of(target.keySchema(), key.sort());
        KeyRange range = new KeyRange(
                target.plan().layout(),
                target.slot(),
                PartitionRange.single(partition),
                bounds,
                query.forward(),
                startPosition(target, read.startKey(), partition, bounds));
        return new PageReader(tables, items, target, read).read(range);
    }

    private static void checkFilter(ReadTarget target, @Nullable Condition filter, boolean legacy) {
        if (filter == null) {
            return;
        }
        for (String name : filter.attributeNames()) {
            if (target.keySchema().contains(name)) {
                throw DynamoDbException.validation(
                        legacy
                                ? MessagesQuery.keyAttributeInFilter("QueryFilter", name)
                                : MessagesExpression.filterOnKey(name));
            }
        }
    }

    /** A filter sees what the index holds; unlike Scan, Query refuses one that looks for more. */
    private static void checkFilterIsProjected(ReadTarget target, ReadRequest read) {
        IndexPlan index = target.index();
        if (index == null || read.filter() == null || target.fetches(read)) {
            return;
        }
        List<String> missing = index.missing(read.filter().attributeNames());
        if (!missing.isEmpty()) {
            throw DynamoDbException.validation(MessagesQuery.filterNotProjected(index.name(), missing));
        }
    }

    private static @Nullable KeyPosition startPosition(
            ReadTarget target,
            @Nullable Map<String, AttributeValue> startKey,
            PartitionHash partition,
            SortBounds bounds) {
        if (startKey == null) {
            return null;
        }
        if (!target.isStartKey(startKey) || target.startKeyProblem(startKey) != null) {
            throw DynamoDbException.validation(MessagesQuery.START_KEY_INVALID);
        }
        KeyPosition position = target.position(startKey);
        if (!position.partition().equals(partition)) {
            throw DynamoDbException.validation(MessagesQuery.START_KEY_OUTSIDE_PARTITION);
        }
        if (!bounds.contains(position.sort())) {
            throw DynamoDbException.validation(MessagesQuery.START_KEY_OUTSIDE_RANGE);
        }
        return position;
    }
}
