package org.extenddb.engine.transfer;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.transfer.ExportDescription;
import org.extenddb.core.api.transfer.ExportSpec;
import org.extenddb.core.api.transfer.TransferArn;
import org.extenddb.core.api.transfer.TransferArnRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTransfer;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.job.Job;
import org.extenddb.core.storage.JobStore;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;

/** Describes an export. */
@SingleInstance
public final class DescribeExport implements Operation<TransferArnRequest, TransferArn, ExportDescription> {
    private static final String ACTION = "dynamodb:DescribeExport";

    private final JobStore jobs;

    @Inject
    public DescribeExport(JobStore jobs) {
        this.jobs = jobs;
    }

    @Override
    public OperationSpec<TransferArnRequest, ExportDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "DescribeExport",
                ACTION,
                TransferArnRequest::decodeExport,
                ExportDescription::encode);
    }

    @Override
    public TransferArn validate(TransferArnRequest request) {
        new Violations()
                .required("exportArn", request.arn())
                .length("exportArn", request.arn(), TransferArn.MIN_LENGTH, TransferArn.MAX_LENGTH)
                .check();
        String text = Objects.requireNonNull(request.arn());
        TransferArn arn = TransferArn.parse(text, TransferArn.EXPORT);
        if (arn == null) {
            throw DynamoDbException.validation(MessagesTransfer.NO_EXPORT_ARN);
        }
        return arn;
    }

    @Override
    public List<AccessRequest> resources(TransferArn arn, RequestContext context) {
        return List.of(new AccessRequest(ACTION, arn.toString()));
    }

    @Override
    public ExportDescription execute(TransferArn arn, RequestContext context) {
        if (!arn.table().region().equals(context.region())) {
            throw DynamoDbException.of(ErrorCode.EXPORT_NOT_FOUND, MessagesTransfer.EXPORT_OF_OTHER_REGION);
        }
        Job job = jobs.find(arn.id());
        if (job == null || !job.kind().equals(ExportSpec.KIND) || !job.table().equals(arn.table())) {
            throw DynamoDbException.of(ErrorCode.EXPORT_NOT_FOUND, MessagesTransfer.exportNotFound(arn.toString()));
        }
        return ExportDescription.of(job);
    }
}
