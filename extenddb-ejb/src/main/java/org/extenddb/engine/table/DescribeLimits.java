package org.extenddb.engine.table;

import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.DescribeLimitsCodec;
import org.extenddb.core.api.table.EmptyRequest;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;

/** The quotas a new account has on DynamoDB. */
@SingleInstance
public final class DescribeLimits implements Operation<EmptyRequest, EmptyRequest, EmptyRequest> {
    private static final String ACTION = "dynamodb:DescribeLimits";

    @Override
    public OperationSpec<EmptyRequest, EmptyRequest> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "DescribeLimits",
                ACTION,
                EmptyRequest::decode,
                DescribeLimitsCodec::encode);
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
    public EmptyRequest execute(EmptyRequest request, RequestContext context) {
        return request;
    }
}
