package org.extenddb.engine.transfer;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.transfer.CsvMembers;
import org.extenddb.core.api.transfer.ImportDescription;
import org.extenddb.core.api.transfer.ImportRequest;
import org.extenddb.core.api.transfer.ImportSpec;
import org.extenddb.core.api.transfer.SourceMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTransfer;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobId;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.JobStore;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.table.TableCreation;
import org.extenddb.engine.table.ValidCreateTable;
import org.jspecify.annotations.Nullable;

/** Makes a table and begins to fill it from a bucket. Until that is done it is CREATING. */
@SingleInstance
public final class ImportTable implements Operation<ImportRequest, ImportTable.Valid, ImportDescription> {
    private static final String ACTION = "dynamodb:ImportTable";
    private static final List<String> FORMATS = List.of("DYNAMODB_JSON", "ION", "CSV");
    private static final List<String> COMPRESSIONS = List.of("ZSTD", "NONE", "GZIP");
    private static final Pattern DELIMITER = Pattern.compile("[,;:|\\t ]");
    private static final Pattern HEADER = Pattern.compile("[\\x20-\\x21\\x23-\\x2B\\x2D-\\x7E]*");
    private static final int MAX_HEADERS = 255;
    private static final int MAX_HEADER = 65_536;

    private final TableCreation creation;
    private final TableCatalog catalog;
    private final JobStore jobs;

    /** A request that has passed every check that needs no catalogue. */
    public record Valid(ImportRequest request, ValidCreateTable table) {}

    @Inject
    public ImportTable(TableCreation creation, TableCatalog catalog, JobStore jobs) {
        this.creation = creation;
        this.catalog = catalog;
        this.jobs = jobs;
    }

    @Override
    public OperationSpec<ImportRequest, ImportDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "ImportTable",
                ACTION,
                ImportRequest::decode,
                ImportDescription::encode);
    }

    @Override
    public Valid validate(ImportRequest request) {
        Violations violations = new Violations();
        BucketAccess.token(violations, request.clientToken());
        violations.required("s3BucketSource", request.source());
        SourceMembers source = request.source();
        if (source != null) {
            BucketAccess.check(violations, "s3BucketSource.", source.bucket(), source.bucketOwner());
            BucketAccess.prefix(violations, "s3BucketSource.s3KeyPrefix", source.keyPrefix());
        }
        violations.required("inputFormat", request.inputFormat());
        violations.oneOf(new EnumMember("inputFormat", request.inputFormat(), FORMATS));
        checkCsv(violations, request.csv());
        violations.oneOf(new EnumMember("inputCompressionType", request.compression(), COMPRESSIONS));
        violations.required("tableCreationParameters", request.table());
        violations.check();
        if (request.csv() != null && !ImportSpec.CSV.equals(request.inputFormat())) {
            throw DynamoDbException.validation(
                    MessagesTransfer.csvOptionsOf(Objects.requireNonNull(request.inputFormat())));
        }
        return new Valid(request, TableCreation.check(Objects.requireNonNull(request.table())));
    }

    private static void checkCsv(Violations violations, @Nullable CsvMembers csv) {
        if (csv == null) {
            return;
        }
        violations.pattern("inputFormatOptions.csv.delimiter", csv.delimiter(), DELIMITER);
        violations.length("inputFormatOptions.csv.delimiter", csv.delimiter(), 1, 1);
        List<String> headers = csv.headers();
        if (headers == null) {
            return;
        }
        violations.size("inputFormatOptions.csv.headerList", headers, headers.size(), 1, MAX_HEADERS);
        for (int i = 0; i < headers.size(); i++) {
            String at = "inputFormatOptions.csv.headerList." + (i + 1) + ".member";
            violations.length(at, headers.get(i), 1, MAX_HEADER);
            violations.pattern(at, headers.get(i), HEADER);
        }
        if (violations.isEmpty() && new HashSet<>(headers).size() < headers.size()) {
            throw DynamoDbException.validation(MessagesTransfer.DUPLICATE_HEADER);
        }
    }

    @Override
    public List<AccessRequest> resources(Valid request, RequestContext context) {
        SourceMembers source = Objects.requireNonNull(request.request().source());
        List<AccessRequest> asked = new ArrayList<>();
        asked.add(new AccessRequest(
                ACTION, context.table(request.table().tableName()).arn()));
        asked.addAll(BucketAccess.read(
                Objects.requireNonNull(source.bucket()), Objects.requireNonNullElse(source.keyPrefix(), "")));
        return asked;
    }

    @Override
    public ImportDescription execute(Valid valid, RequestContext context) {
        ImportRequest request = valid.request();
        TableAddress address = context.table(valid.table().tableName());
        if (request.clientToken() != null && !isThere(address)) {
            Job same = jobs.findByToken(address, ImportSpec.KIND, request.clientToken());
            if (same != null) {
                return described(same, request);
            }
        }
        TableDefinition table = creation.create(valid.table(), context, TableStatus.CREATING);
        Instant now = Instant.now();
        String id = JobId.next(now);
        ImportSpec spec = new ImportSpec(request, table.tableId(), table.storageId());
        Job job = jobs.create(new NewJob(id, ImportSpec.KIND, address, spec.toJson(), request.clientToken(), now));
        if (!job.id().equals(id)) {
            // The token came a second time at the same moment, for another table.
            catalog.delete(address, any -> {});
        }
        return described(job, request);
    }

    /** A table that is there is in the way, whoever has made it, once it is no longer being filled. */
    private boolean isThere(TableAddress address) {
        TableDefinition table = catalog.find(address);
        return table != null && table.status() != TableStatus.CREATING;
    }

    /** A token stands for one request: another one under it is refused. */
    private static ImportDescription described(Job job, ImportRequest request) {
        ImportDescription description = ImportDescription.of(job);
        if (!description.spec().request().isRepeatedBy(request)) {
            throw DynamoDbException.of(ErrorCode.IMPORT_CONFLICT, MessagesTransfer.IMPORT_CONFLICT);
        }
        return description;
    }
}
