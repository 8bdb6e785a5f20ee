package org.extenddb.engine.transfer;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.transfer.ExportSpec;
import org.extenddb.core.api.transfer.ListTransfersRequest;
import org.extenddb.core.api.transfer.TransferArn;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTransfer;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.job.JobId;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.JobStore;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.TableLifecycle;
import org.jspecify.annotations.Nullable;

/** Pages of exports and imports, the latest first. */
@SingleInstance
public final class TransferPages {
    private static final int MAX_PAGE = 25;
    private static final int PAGE = 10;
    private static final String SEPARATOR = "/";

    /** Tokens of imports have 112 characters at least. */
    private static final int TOKEN_BYTES = 56;

    private final JobStore jobs;
    private final TableCatalog catalog;
    private final TableLifecycle lifecycle;

    @Inject
    public TransferPages(JobStore jobs, TableCatalog catalog, TableLifecycle lifecycle) {
        this.jobs = jobs;
        this.catalog = catalog;
        this.lifecycle = lifecycle;
    }

    /** Jobs, and the token of the next page. */
    record Page(List<Job> jobs, @Nullable String nextToken) {}

    static ListTransfersRequest check(ListTransfersRequest request, String kind, String limitMember) {
        Violations violations = new Violations();
        violations.length("tableArn", request.tableArn(), 1, TransferArn.MAX_LENGTH);
        violations.range(limitMember, request.limit(), 1, MAX_PAGE);
        violations.check();
        if (request.tableArn() != null) {
            requireTableArn(request.tableArn());
        }
        if (request.nextToken() != null) {
            id(request.nextToken(), kind);
        }
        return request;
    }

    /** @throws DynamoDbException ValidationException when it is none */
    static void requireTableArn(String arn) {
        if (TableNames.accountOf(arn) == null) {
            throw DynamoDbException.validation(
                    arn.startsWith("arn:") ? MessagesTransfer.OTHER_ARN : MessagesTransfer.NO_TABLE_ARN);
        }
    }

    static List<AccessRequest> access(String action, ListTransfersRequest request, RequestContext context) {
        return List.of(new AccessRequest(
                action,
                request.tableArn() == null
                        ? "*"
                        : context.table(request.tableArn()).arn()));
    }

    Page page(ListTransfersRequest request, String kind, RequestContext context) {
        int limit = request.limit() == null ? PAGE : request.limit();
        List<Job> found = list(request, kind, context, limit + 1);
        return found.size() > limit
                ? new Page(found.subList(0, limit), token(found.get(limit - 1).id(), kind))
                : new Page(found, null);
    }

    private List<Job> list(ListTransfersRequest request, String kind, RequestContext context, int limit) {
        JobFilter filter = new JobFilter(
                context.caller().account(),
                context.region(),
                request.tableArn() == null
                        ? null
                        : context.table(request.tableArn()).tableName(),
                Set.of(kind));
        String before = request.nextToken() == null ? null : id(request.nextToken(), kind);
        List<Job> found = jobs.list(filter, before, limit);
        return kind.equals(ExportSpec.KIND) && request.tableArn() != null
                ? ofTheTableThatIsThere(found, context.table(request.tableArn()))
                : found;
    }

    /** What was exported of a table that had the name before is not listed under it: that is what comes last. */
    private List<Job> ofTheTableThatIsThere(List<Job> exports, TableAddress address) {
        TableDefinition table = catalog.find(address);
        return table == null || lifecycle.isGone(table)
                ? List.of()
                : exports.stream()
                        .takeWhile(export ->
                                ExportSpec.ofJson(export.spec()).tableId().equals(table.tableId()))
                        .toList();
    }

    /** One of imports is none of exports. */
    private static String token(String id, String kind) {
        byte[] padded = new byte[TOKEN_BYTES];
        byte[] text = (kind + SEPARATOR + id).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, padded, 0, text.length);
        return HexFormat.of().formatHex(padded);
    }

    private static String id(String token, String kind) {
        try {
            String text = new String(HexFormat.of().parseHex(token), StandardCharsets.US_ASCII).replace("\0", "");
            String id = text.substring(text.indexOf(SEPARATOR) + 1);
            if (text.startsWith(kind + SEPARATOR) && JobId.isOne(id)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // no token of ours
        }
        throw DynamoDbException.validation(MessagesTransfer.invalidToken(token));
    }
}
