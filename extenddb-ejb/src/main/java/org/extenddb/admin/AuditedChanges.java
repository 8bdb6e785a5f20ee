package org.extenddb.admin;

import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.extenddb.audit.AuditTrail;
import org.extenddb.audit.AuditTrail.Deed;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.jspecify.annotations.Nullable;

/** Does changes of the administration, and writes down how they ended. */
@SingleInstance
public final class AuditedChanges {
    private final AuditTrail trail;

    @Inject
    public AuditedChanges(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * Does a change.
     *
     * @param action such as {@code admin:CreateAccount}
     * @param resource what it is about
     * @param detail what is asked for, without anything secret
     */
    public <T extends @Nullable Object> T run(
            AdminCall call, String action, String resource, String detail, Supplier<T> change) {
        boolean done = false;
        try {
            T result = change.get();
            done = true;
            write(call, action, resource, detail, AuditOutcome.ALLOWED, "");
            return result;
        } catch (AdminException e) {
            write(
                    call,
                    action,
                    resource,
                    detail,
                    outcome(e.error() == AdminError.FORBIDDEN),
                    e.error().name());
            done = true;
            throw e.afterWritingDown();
        } catch (QueryException e) {
            write(
                    call,
                    action,
                    resource,
                    detail,
                    outcome(e.error() == QueryError.ACCESS_DENIED),
                    e.error().code());
            done = true;
            throw e;
        } finally {
            if (!done) {
                write(call, action, resource, detail, AuditOutcome.FAILED, "InternalError");
            }
        }
    }

    /** Writes down that somebody was refused something before it came to a change. */
    public void refused(AdminCall call, String action, String resource, AdminError error) {
        write(call, action, resource, "", AuditOutcome.DENIED, error.name());
    }

    /** The same of whoever did not show who it is: with no token, or one that is forged or good no longer. */
    public void refusedEntry(RequestContext request, String action, String resource, AdminError error) {
        write(null, request, new Attempt(action, resource, ""), AuditOutcome.DENIED, error.name());
    }

    private static AuditOutcome outcome(boolean denied) {
        return denied ? AuditOutcome.DENIED : AuditOutcome.FAILED;
    }

    private record Attempt(String action, String resource, String detail) {}

    private void write(
            AdminCall call, String action, String resource, String detail, AuditOutcome outcome, String error) {
        write(call.who(), call.request(), new Attempt(action, resource, detail), outcome, error);
    }

    private void write(
            @Nullable SignedIn who, RequestContext request, Attempt attempt, AuditOutcome outcome, String error) {
        trail.write(
                who,
                new Deed(
                        attempt.action(),
                        attempt.resource(),
                        request.sourceIp(),
                        UUID.randomUUID().toString(),
                        outcome,
                        error,
                        attempt.detail()));
    }
}
