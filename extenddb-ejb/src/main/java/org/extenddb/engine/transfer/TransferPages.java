package org.extenddb.engine.transfer;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.transfer.ListTransfersRequest;
import org.extenddb.core.api.transfer.TransferArn;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesTransfer;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.job.JobId;
import org.extenddb.core.storage.JobStore;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.RequestContext;
import org.jspecify.annotations.Nullable;

/** Pages of exports and imports, the latest first. */
@SingleInstance
public final class TransferPages {
    private static final int MAX_PAGE = 25;

    /** Tokens of imports have 112 characters at least. */
    private static final int TOKEN_BYTES = 56;

    private final JobStore jobs;

    @Inject
    public TransferPages(JobStore jobs) {
        this.jobs = jobs;
    }

    /** Jobs, and the token of the next page. */
    record Page(List<Job> jobs, @Nullable String nextToken) {}

    static ListTransfersRequest check(ListTransfersRequest request, String limitMember) {
        Violations violations = new Violations();
        violations.length("tableArn", request.tableArn(), 1, TransferArn.MAX_LENGTH);
        violations.range(limitMember, request.limit(), 1, MAX_PAGE);
        violations.check();
        if (request.tableArn() != null) {
            requireTableArn(request.tableArn());
        }
        if (request.nextToken() != null) {
            id(request.nextToken());
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
        int limit = request.limit() == null ? MAX_PAGE : request.limit();
        JobFilter filter = new JobFilter(
                context.caller().account(),
                context.region(),
                request.tableArn() == null
                        ? null
                        : context.table(request.tableArn()).tableName(),
                Set.of(kind));
        String before = request.nextToken() == null ? null : id(request.nextToken());
        List<Job> found = jobs.list(filter, before, limit + 1);
        return found.size() > limit
                ? new Page(found.subList(0, limit), token(found.get(limit - 1).id()))
                : new Page(found, null);
    }

    private static String token(String id) {
        byte[] padded = new byte[TOKEN_BYTES];
        byte[] text = id.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, padded, 0, text.length);
        return HexFormat.of().formatHex(padded);
    }

    private static String id(String token) {
        try {
            String id = new String(HexFormat.of().parseHex(token), StandardCharsets.US_ASCII).replace("\0", "");
            if (JobId.isOne(id)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // no token of ours
        }
        throw DynamoDbException.validation(MessagesTransfer.invalidToken(token));
    }
}
