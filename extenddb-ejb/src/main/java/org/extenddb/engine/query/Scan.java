package org.extenddb.engine.query;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.api.query.PageResponse;
import org.extenddb.core.api.query.ReadMembers;
import org.extenddb.core.api.query.ScanCodec;
import org.extenddb.core.api.query.ScanRequest;
import org.extenddb.core.capacity.CapacityReport;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.error.MessagesQuery;
import org.extenddb.core.expression.Condition;
import org.extenddb.core.expression.ExpressionContext;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.key.KeyPosition;
import org.extenddb.core.key.SortBounds;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.ItemAccess;
import org.extenddb.engine.data.ItemProjection;
import org.extenddb.engine.data.Tables;
import org.extenddb.engine.data.Wording;
import org.jspecify.annotations.Nullable;

/** Reads all items of a table or an index, or one segment's share of them. */
@Dependent
public class Scan implements Operation<ScanRequest, Scan.Valid, PageResponse> {
    private static final String ACTION = "dynamodb:Scan";
    private static final int MAX_SEGMENTS = 1_000_000;

    private final Tables tables;
    private final ItemStore items;

    /** A scan whose request has passed every check that needs no table. */
    public record Valid(ReadRequest read, ScanSegment segment) implements ItemAccess {
        @Override
        public List<Map<String, AttributeValue>> touched() {
            return List.of();
        }

        @Override
        public boolean isScan() {
            return true;
        }

        @Override
        public Set<String> attributes() {
            return read.attributes();
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
    public Scan(Tables tables, ItemStore items) {
        this.tables = tables;
        this.items = items;
    }

    @Override
    public OperationSpec<ScanRequest, PageResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB, "Scan", ACTION, ScanCodec::decode, ScanCodec::encode);
    }

    @Override
    public Valid validate(ScanRequest request) {
        ReadMembers read = request.read();
        Violations violations = ReadChecks.members(read, "scanFilter");
        violations.range("limit", read.limit(), 1, Integer.MAX_VALUE);
        violations.range("segment", request.segment(), 0, MAX_SEGMENTS - 1);
        violations.range("totalSegments", request.totalSegments(), 1, MAX_SEGMENTS);
        violations.check();
        ExpressionContext context = ReadChecks.expressions(read, "ScanFilter", Wording.OLDER)
                .context(read.expressionAttributeNames(), read.expressionAttributeValues());
        ScanSegment segment = ScanSegment.of(request.segment(), request.totalSegments());
        Select select = Select.of(read, Wording.OLDER);
        Map<String, AttributeValue> startKey = ReadChecks.startKey(read.exclusiveStartKey(), Wording.OLDER);
        return Wording.OLDER.parsing(() -> {
            Condition filter = ReadChecks.filter(read, context);
            ItemProjection projection = ReadChecks.projection(read, context);
            context.requireAllUsed();
            return new Valid(ReadRequest.of(read, select, startKey, projection, filter), segment);
        });
    }

    @Override
    public List<AccessRequest> resources(Valid scan, RequestContext context) {
        return List.of(tables.access(ACTION, scan.read().target(), context, scan));
    }

    @Override
    public PageResponse execute(Valid scan, RequestContext context) {
        ReadRequest read = scan.read();
        ReadTarget target = ReadTarget.of(tables.plan(read.tableName(), context), read);
        KeyRange range = new KeyRange(
                target.plan().layout(),
                target.slot(),
                scan.segment().partitions(),
                SortBounds.ALL,
                true,
                startPosition(target, read.startKey(), scan.segment()));
        ReadChecks.paths(read, target.plan());
        return new PageReader(tables, items, target, read).read(range);
    }

    private static @Nullable KeyPosition startPosition(
            ReadTarget target, @Nullable Map<String, AttributeValue> startKey, ScanSegment segment) {
        if (startKey == null) {
            return null;
        }
        if (!target.isStartKey(startKey)) {
            throw DynamoDbException.validation(
                    target.index() == null
                            ? MessagesQuery.startKeyInvalid(MessagesItem.KEY_MISMATCH)
                            : MessagesQuery.START_KEY_INVALID);
        }
        String problem = target.startKeyProblem(startKey);
        if (problem != null) {
            throw DynamoDbException.validation(MessagesQuery.startKeyInvalid(problem));
        }
        KeyPosition position = target.position(startKey);
        if (!segment.partitions().contains(position.partition())) {
            throw DynamoDbException.validation(
                    MessagesQuery.startKeyOutsideSegment(segment.segment(), segment.totalSegments()));
        }
        return position;
    }
}
