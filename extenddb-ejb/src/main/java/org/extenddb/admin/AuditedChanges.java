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
import org.extenddb.core.storage.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Does changes of the administration, and writes down how they ended. */
@SingleInstance
public final class AuditedChanges {
    private final AuditTrail trail;
    private final UnitOfWork unit;

    @Inject
    public AuditedChanges(AuditTrail trail, UnitOfWork unit) {
        this.trail = trail;
        this.unit = unit;
    }

    /**
     * What somebody wants to change.
     *
     * @param action such as {@code admin:CreateAccount}
     * @param resource what it is about, such as {@code account/111122223333}
     * @param detail what is asked for, without anything secret
     */
    public record Attempt(String action, String resource, String detail) {}

    /**
     * Does a change that takes effect together with its record, and not at all when that cannot be written.
     *
     * @param change of stores that take part in a {@link UnitOfWork}
     */
    public <T extends @Nullable Object> T together(AdminCall call, Attempt attempt, Supplier<T> change) {
        return written(
                call,
                attempt,
                () -> unit.together(() -> {
                    T result = change.get();
                    trail.record(call.who(), deed(call.request(), attempt, AuditOutcome.ALLOWED, ""));
                    return result;
                }));
    }

    /** Does a change that has transactions of its own, and writes it down when it is done. */
    public <T extends @Nullable Object> T run(AdminCall call, Attempt attempt, Supplier<T> change) {
        return written(call, attempt, () -> {
            T result = change.get();
            write(call, attempt, AuditOutcome.ALLOWED, "");
            return result;
        });
    }

    private <T extends @Nullable Object> T written(AdminCall call, Attempt attempt, Supplier<T> change) {
        boolean ended = false;
        try {
            T result = change.get();
            ended = true;
            return result;
        } catch (AdminException e) {
            ended = true;
            write(
                    call,
                    attempt,
                    outcome(e.error() == AdminError.FORBIDDEN),
                    e.error().name());
            throw e.afterWritingDown();
        } catch (QueryException e) {
            ended = true;
            write(
                    call,
                    attempt,
                    outcome(e.error() == QueryError.ACCESS_DENIED),
                    e.error().code());
            throw e;
        } finally {
            if (!ended) {
                write(call, attempt, AuditOutcome.FAILED, "InternalError");
            }
        }
    }

    /** Writes down that somebody was refused something before it came to a change. */
    public void refused(AdminCall call, String action, String resource, AdminError error) {
        write(call, new Attempt(action, resource, ""), AuditOutcome.DENIED, error.name());
    }

    /** The same of whoever did not show who it is: with no token, or one that is forged or good no longer. */
    public void refusedEntry(RequestContext request, String action, String resource, AdminError error) {
        SignedIn nobody = null;
        trail.write(nobody, deed(request, new Attempt(action, resource, ""), AuditOutcome.DENIED, error.name()));
    }

    private static AuditOutcome outcome(boolean denied) {
        return denied ? AuditOutcome.DENIED : AuditOutcome.FAILED;
    }

    private void write(AdminCall call, Attempt attempt, AuditOutcome outcome, String error) {
        trail.write(call.who(), deed(call.request(), attempt, outcome, error));
    }

    private static Deed deed(RequestContext request, Attempt attempt, AuditOutcome outcome, String error) {
        return new Deed(
                attempt.action(),
                attempt.resource(),
                request.sourceIp(),
                UUID.randomUUID().toString(),
                outcome,
                error,
                attempt.detail());
    }
}
