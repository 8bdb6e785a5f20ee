package org.extenddb.engine.stream;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.stream.ListStreamsCodec;
import org.extenddb.core.api.stream.ListStreamsRequest;
import org.extenddb.core.api.stream.ListStreamsResponse;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.storage.StoredStream;
import org.extenddb.core.storage.StreamStore;
import org.extenddb.core.storage.StreamStore.StreamPlace;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;

/** Lists the streams of the caller's account in the request's region, disabled ones and those of deleted tables too. */
@SingleInstance
public final class ListStreams implements Operation<ListStreamsRequest, ListStreamsRequest, ListStreamsResponse> {
    private static final String ACTION = "dynamodb:ListStreams";
    private static final int MAX_PAGE = 100;

    private final StreamStore streams;

    @Inject
    public ListStreams(StreamStore streams) {
        this.streams = streams;
    }

    @Override
    public OperationSpec<ListStreamsRequest, ListStreamsResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB_STREAMS,
                "ListStreams",
                ACTION,
                ListStreamsCodec::decode,
                ListStreamsCodec::encode);
    }

    @Override
    public ListStreamsRequest validate(ListStreamsRequest request) {
        Violations violations = new Violations().range("limit", request.limit(), 1, MAX_PAGE);
        if (request.tableName() != null) {
            TableNames.checkTable(violations, request.tableName());
        }
        StreamArn.check(violations, "exclusiveStartStreamArn", request.exclusiveStartStreamArn());
        violations.check();
        return request;
    }

    @Override
    public List<AccessRequest> resources(ListStreamsRequest request, RequestContext context) {
        return List.of(new AccessRequest(ACTION, "*"));
    }

    @Override
    public ListStreamsResponse execute(ListStreamsRequest request, RequestContext context) {
        TableAddress table = request.tableName() == null ? null : context.table(request.tableName());
        if (table != null && !table.account().equals(context.caller().account())) {
            return new ListStreamsResponse(List.of(), null); // the caller has no streams of another's table
        }
        int limit = request.limit() == null ? MAX_PAGE : request.limit();
        StreamArn after =
                request.exclusiveStartStreamArn() == null ? null : StreamArn.of(request.exclusiveStartStreamArn());
        List<StoredStream> found = streams.list(
                context.caller().account(),
                context.region(),
                table == null ? null : table.tableName(),
                after == null ? null : new StreamPlace(after.table().tableName(), after.createdAt()),
                limit + 1);
        return found.size() > limit
                ? new ListStreamsResponse(
                        found.subList(0, limit), found.get(limit - 1).arn())
                : new ListStreamsResponse(found, null);
    }
}
