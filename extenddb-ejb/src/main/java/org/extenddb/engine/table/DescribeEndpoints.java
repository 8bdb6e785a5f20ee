package org.extenddb.engine.table;

import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.DescribeEndpointsCodec;
import org.extenddb.core.api.table.EmptyRequest;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;

/** Names the address by which the client found this server: clients that discover endpoints must come back here. */
@SingleInstance
public final class DescribeEndpoints implements Operation<EmptyRequest, EmptyRequest, String> {
    private static final String ACTION = "dynamodb:DescribeEndpoints";

    @Override
    public OperationSpec<EmptyRequest, String> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "DescribeEndpoints",
                ACTION,
                EmptyRequest::decode,
                DescribeEndpointsCodec::encode);
    }

    @Override
    public EmptyRequest validate(EmptyRequest request) {
        return request;
    }

    @Override
    public List<AccessRequest> resources(EmptyRequest request, RequestContext context) {
        return TableAccess.onAll(ACTION);
    }

    @Override
    public String execute(EmptyRequest request, RequestContext context) {
        return context.host();
    }
}
