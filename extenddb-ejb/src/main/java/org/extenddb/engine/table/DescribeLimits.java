package org.extenddb.engine.table;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.QuotaConfig;
import org.extenddb.core.api.table.AccountLimits;
import org.extenddb.core.api.table.DescribeLimitsCodec;
import org.extenddb.core.api.table.EmptyRequest;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;

/** The configured quotas, and where there is none what a new account has on DynamoDB. */
@SingleInstance
public final class DescribeLimits implements Operation<EmptyRequest, EmptyRequest, AccountLimits> {
    private static final String ACTION = "dynamodb:DescribeLimits";
    private static final long DEFAULT_ACCOUNT_UNITS = 80_000;
    private static final long DEFAULT_TABLE_UNITS = 40_000;

    private final QuotaConfig config;

    @Inject
    DescribeLimits(QuotaConfig config) {
        this.config = config;
    }

    @Override
    public OperationSpec<EmptyRequest, AccountLimits> spec() {
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
    public AccountLimits execute(EmptyRequest request, RequestContext context) {
        return new AccountLimits(
                config.accountUnits() == 0 ? DEFAULT_ACCOUNT_UNITS : config.accountUnits(),
                config.tableUnits() == 0 ? DEFAULT_TABLE_UNITS : config.tableUnits());
    }
}
