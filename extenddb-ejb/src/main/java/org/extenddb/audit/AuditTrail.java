package org.extenddb.audit;

import jakarta.inject.Inject;
import java.time.Instant;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.iam.Caller;
import org.jspecify.annotations.Nullable;

/** What administration and console write into the audit log: changes that are no requests of the wire protocol. */
@SingleInstance
public final class AuditTrail {
    private final AuditLog log;
    private final ServerName server;

    @Inject
    public AuditTrail(AuditLog log, ServerName server) {
        this.log = log;
        this.server = server;
    }

    /**
     * Something that an administrator or user did or wanted to do.
     *
     * @param action such as {@code admin:CreateAccount}
     * @param resource what it is about, such as {@code account/111122223333}
     * @param error the error's name; empty when there was none
     * @param detail what was asked for, without anything secret
     */
    public record Deed(
            String action,
            String resource,
            String sourceAddress,
            String requestId,
            AuditOutcome outcome,
            String error,
            String detail) {}

    /** Writes down what was done in the transaction of that, and throws where it cannot: then it must not be done either. */
    public void record(@Nullable SignedIn actor, Deed deed) {
        log.record(entry(actor, deed));
    }

    /** Writes it down, in no transaction, before it returns if it was done. Throws nothing. */
    public void write(@Nullable SignedIn actor, Deed deed) {
        write(entry(actor, deed));
    }

    /** The same of the owner of an access key. */
    public void write(@Nullable Caller owner, Deed deed) {
        write(
                owner == null
                        ? entry("", "", "", deed)
                        : entry(owner.arn(), owner.account().value(), owner.accessKeyId(), deed));
    }

    private void write(AuditEntry entry) {
        if (entry.outcome() == AuditOutcome.ALLOWED) {
            log.write(entry);
        } else {
            log.denied(entry);
        }
    }

    private AuditEntry entry(@Nullable SignedIn actor, Deed deed) {
        String account = actor instanceof SignedIn.User user ? user.account().value() : "";
        return entry(name(actor), account, "", deed);
    }

    private AuditEntry entry(String actor, String account, String accessKeyId, Deed deed) {
        return new AuditEntry(
                Instant.now(),
                server.get(),
                actor,
                account,
                accessKeyId,
                deed.action(),
                deed.resource(),
                deed.sourceAddress(),
                deed.requestId(),
                deed.outcome(),
                deed.error(),
                deed.detail());
    }

    private static String name(@Nullable SignedIn actor) {
        if (actor instanceof SignedIn.User user) {
            return user.caller().arn();
        }
        return actor == null ? "" : "administrator/" + actor.name();
    }
}
