package org.extenddb.engine.transfer;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.transfer.ImportDescription;
import org.extenddb.core.api.transfer.ImportSpec;
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

/** Describes an import. */
@SingleInstance
public final class DescribeImport implements Operation<TransferArnRequest, TransferArn, ImportDescription> {
    private static final String ACTION = "dynamodb:DescribeImport";

    private final JobStore jobs;

    @Inject
    public DescribeImport(JobStore jobs) {
        this.jobs = jobs;
    }

    @Override
    public OperationSpec<TransferArnRequest, ImportDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "DescribeImport",
                ACTION,
                TransferArnRequest::decodeImport,
                ImportDescription::encode);
    }

    @Override
    public TransferArn validate(TransferArnRequest request) {
        new Violations()
                .required("importArn", request.arn())
                .length("importArn", request.arn(), TransferArn.MIN_LENGTH, TransferArn.MAX_LENGTH)
                .check();
        String text = Objects.requireNonNull(request.arn());
        TransferArn arn = TransferArn.parse(text, TransferArn.IMPORT);
        if (arn == null) {
            throw DynamoDbException.validation(MessagesTransfer.NO_IMPORT_ARN);
        }
        return arn;
    }

    @Override
    public List<AccessRequest> resources(TransferArn arn, RequestContext context) {
        return List.of(new AccessRequest(ACTION, arn.toString()));
    }

    @Override
    public ImportDescription execute(TransferArn arn, RequestContext context) {
        Job job = arn.table().region().equals(context.region()) ? jobs.find(arn.id()) : null;
        if (job == null || !job.kind().equals(ImportSpec.KIND) || !job.table().equals(arn.table())) {
            throw DynamoDbException.of(ErrorCode.IMPORT_NOT_FOUND, MessagesTransfer.importNotFound(arn.toString()));
        }
        return ImportDescription.of(job);
    }
}
