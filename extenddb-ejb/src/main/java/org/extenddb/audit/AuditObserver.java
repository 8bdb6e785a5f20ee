package org.extenddb.audit;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.AuditConfig;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Caller;
import org.extenddb.telemetry.AnsweredRequest;
import org.extenddb.telemetry.RequestObserver;

/**
 * Writes requests of the wire protocols into the audit log: changes of identities in their own transaction, those of tables before they are
 * answered, denied ones soon after, and by setting all others too. A request that is none of these costs two look-ups in sets.
 */
@SingleInstance
public final class AuditObserver implements RequestObserver {
    private static final int MAX_RESOURCES = 10;

    /** What DynamoDB, IAM and STS answer to those who may not. */
    private static final Set<String> DENIALS = Set.of(
            "AccessDeniedException",
            "ExpiredTokenException",
            "IncompleteSignatureException",
            "InvalidSignatureException",
            "MissingAuthenticationTokenException",
            "UnrecognizedClientException",
            "AccessDenied",
            "ExpiredToken",
            "IncompleteSignature",
            "InvalidClientTokenId",
            "MissingAuthenticationToken",
            "SignatureDoesNotMatch");

    private final AuditLog log;
    private final ServerName server;
    private final AuditConfig config;

    @Inject
    public AuditObserver(AuditLog log, ServerName server, AuditConfig config) {
        this.log = log;
        this.server = server;
        this.config = config;
    }

    @Override
    public void changing(AnsweredRequest request) {
        log.record(entry(request, AuditOutcome.ALLOWED, true));
    }

    @Override
    public void answered(AnsweredRequest request) {
        if (request.error() != null && DENIALS.contains(request.error())) {
            log.denied(entry(request, AuditOutcome.DENIED, isTold(request)));
        } else if (request.recorded()) {
            return;
        } else if (AuditedActions.isChange(request.operation())) {
            change(entry(request, outcome(request), true));
        } else if (config.isDataPlane()) {
            log.later(entry(request, outcome(request), false));
        }
    }

    /** What somebody wanted to change who is known: a role that was not to be assumed is named by the parameters alone. */
    private static boolean isTold(AnsweredRequest request) {
        return request.caller() != null && AuditedActions.isChange(request.operation());
    }

    /**
     * One that failed changed nothing; where it was part of a transaction, that has no room for a record of it. One that failed before it
     * was known whose it is can be sent by anybody.
     */
    private void change(AuditEntry entry) {
        if (entry.outcome() == AuditOutcome.ALLOWED) {
            log.write(entry);
        } else if (entry.actor().isEmpty()) {
            log.denied(entry);
        } else {
            log.later(entry);
        }
    }

    private static AuditOutcome outcome(AnsweredRequest request) {
        return request.error() == null ? AuditOutcome.ALLOWED : AuditOutcome.FAILED;
    }

    private AuditEntry entry(AnsweredRequest request, AuditOutcome outcome, boolean detailed) {
        Caller caller = request.caller();
        String resources = request.accesses().stream()
                .map(AccessRequest::resource)
                .distinct()
                .limit(MAX_RESOURCES)
                .collect(Collectors.joining(" "));
        return new AuditEntry(
                Instant.now(),
                server.get(),
                caller == null ? "" : caller.arn(),
                caller == null ? "" : caller.account().value(),
                caller == null ? "" : caller.accessKeyId(),
                request.service() + ":" + (request.operation() == null ? "" : request.operation()),
                resources,
                request.remoteAddress(),
                request.requestId(),
                outcome,
                request.error() == null ? "" : request.error(),
                detailed ? request.parameters().get() : "");
    }
}
