package org.extenddb.engine.transfer;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.transfer.ExportDescription;
import org.extenddb.core.api.transfer.ExportRequest;
import org.extenddb.core.api.transfer.ExportSpec;
import org.extenddb.core.api.transfer.IncrementalMembers;
import org.extenddb.core.api.transfer.TransferArn;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.error.MessagesTransfer;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobId;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.JobStore;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.backup.BackedUpTables;
import org.extenddb.engine.data.EveryItem;
import org.jspecify.annotations.Nullable;

/** Begins an export of a table, as it was at a time or of what changed between two. It is written in the background. */
@SingleInstance
public final class ExportTableToPointInTime implements Operation<ExportRequest, ExportRequest, ExportDescription> {
    private static final String ACTION = "dynamodb:ExportTableToPointInTime";
    private static final List<String> FORMATS = List.of("DYNAMODB_JSON", "ION");
    private static final List<String> TYPES = List.of("FULL_EXPORT", "INCREMENTAL_EXPORT");
    private static final List<String> VIEWS = List.of("NEW_IMAGE", "NEW_AND_OLD_IMAGES");
    private static final String KMS = "KMS";
    private static final List<String> ALGORITHMS = List.of("AES256", KMS);
    private static final int MAX_KEY_ID = 2048;

    private final BackedUpTables tables;
    private final HistoryStore history;
    private final JobStore jobs;

    @Inject
    public ExportTableToPointInTime(BackedUpTables tables, HistoryStore history, JobStore jobs) {
        this.tables = tables;
        this.history = history;
        this.jobs = jobs;
    }

    @Override
    public OperationSpec<ExportRequest, ExportDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "ExportTableToPointInTime",
                ACTION,
                ExportRequest::decode,
                ExportDescription::encode);
    }

    @Override
    public ExportRequest validate(ExportRequest request) {
        ExportRequest.Destination to = request.destination();
        Violations violations = new Violations();
        violations.required("tableArn", request.tableArn());
        violations.length("tableArn", request.tableArn(), 1, TransferArn.MAX_LENGTH);
        BucketAccess.token(violations, request.clientToken());
        BucketAccess.check(violations, "", to.bucket(), to.bucketOwner());
        BucketAccess.prefix(violations, "s3Prefix", to.prefix());
        violations.oneOf(new EnumMember("s3SseAlgorithm", to.sseAlgorithm(), ALGORITHMS));
        violations.length("s3SseKmsKeyId", to.sseKmsKeyId(), 1, MAX_KEY_ID);
        violations.oneOf(new EnumMember("exportFormat", request.exportFormat(), FORMATS));
        violations.oneOf(new EnumMember("exportType", request.exportType(), TYPES));
        IncrementalMembers incremental = request.incremental();
        if (incremental != null) {
            violations.oneOf(
                    new EnumMember("incrementalExportSpecification.exportViewType", incremental.viewType(), VIEWS));
        }
        violations.check();
        TransferPages.requireTableArn(Objects.requireNonNull(request.tableArn()));
        checkType(request, incremental);
        require(request.filter() != ExportRequest.Filter.EMPTY, MessagesTransfer.EMPTY_FILTER);
        require(request.filter() == null, MessagesTransfer.FILTER);
        require(to.sseKmsKeyId() == null || KMS.equals(to.sseAlgorithm()), MessagesTransfer.KMS_KEY_WITHOUT_KMS);
        return request;
    }

    private static void checkType(ExportRequest request, @Nullable IncrementalMembers incremental) {
        if (!ExportSpec.INCREMENTAL.equals(request.exportType())) {
            require(
                    incremental == null,
                    request.exportType() == null
                            ? MessagesTransfer.SPECIFICATION_WITHOUT_TYPE
                            : MessagesTransfer.FULL_WITH_SPECIFICATION);
            return;
        }
        require(incremental != null, MessagesTransfer.INCREMENTAL_WITHOUT_SPECIFICATION);
        require(Objects.requireNonNull(incremental).from() != null, MessagesTransfer.INCREMENTAL_WITHOUT_FROM);
    }

    private static void require(boolean condition, String refusal) {
        if (!condition) {
            throw DynamoDbException.validation(refusal);
        }
    }

    @Override
    public List<AccessRequest> resources(ExportRequest request, RequestContext context) {
        ExportRequest.Destination to = request.destination();
        return List.of(
                new AccessRequest(ACTION, table(request, context).arn(), new EveryItem()),
                BucketAccess.write(Objects.requireNonNull(to.bucket()), ExportSpec.root(to.prefix())));
    }

    @Override
    public ExportDescription execute(ExportRequest request, RequestContext context) {
        TableDefinition table = tables.find(table(request, context), tableArn(request));
        if (request.clientToken() != null) {
            Job same = jobs.findByToken(table.address(), ExportSpec.KIND, request.clientToken());
            if (same != null) {
                return described(same, request);
            }
        }
        ExportSpec spec = new ExportSpec(
                request,
                table.tableId(),
                table.storageId(),
                table.keySchema().attributes().stream().map(KeyAttribute::name).toList(),
                ExportTimes.end(request, table, history.now()));
        String id = JobId.next(history.now());
        if (!history.hold(table.storageId(), id)) {
            throw DynamoDbException.of(ErrorCode.TABLE_NOT_FOUND, MessagesBackup.tableNotFound(tableArn(request)));
        }
        Job job = jobs.create(
                new NewJob(id, ExportSpec.KIND, table.address(), spec.toJson(), request.clientToken(), history.now()));
        if (!job.id().equals(id)) {
            history.release(id);
        }
        return described(job, request);
    }

    /** A token stands for one request: another one under it is refused. */
    private static ExportDescription described(Job job, ExportRequest request) {
        ExportDescription export = ExportDescription.of(job);
        if (!export.spec().request().equals(request)) {
            throw DynamoDbException.of(ErrorCode.EXPORT_CONFLICT, MessagesTransfer.EXPORT_CONFLICT);
        }
        return export;
    }

    /** In another region there is none of that name, as far as this one knows. */
    private static TableAddress table(ExportRequest request, RequestContext context) {
        String arn = tableArn(request);
        if (!context.region().value().equals(TableNames.regionOf(arn))) {
            throw DynamoDbException.of(ErrorCode.TABLE_NOT_FOUND, MessagesBackup.tableNotFound(arn));
        }
        return context.table(arn);
    }

    private static String tableArn(ExportRequest request) {
        return Objects.requireNonNull(request.tableArn());
    }
}
