package org.extenddb.console.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.admin.AdminCall;
import org.extenddb.admin.AuditService;
import org.extenddb.admin.Job;
import org.extenddb.admin.JobService;
import org.extenddb.admin.Precondition;
import org.extenddb.admin.SettingService;
import org.extenddb.admin.SettingService.SettingState;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.console.session.ConsoleSession;
import org.extenddb.console.session.Senders;
import org.extenddb.core.audit.AuditFilter;
import org.extenddb.core.audit.AuditRecord;

/** The services of administration, as whoever is signed in: they refuse who is no administrator. */
@ApplicationScoped
public class Administration {
    private final ConsoleSession session;
    private final Senders senders;
    private final SettingService settings;
    private final JobService jobs;
    private final AuditService audit;

    @SuppressWarnings({"NullAway.Init", "unused"})
    protected Administration() {
        this(null, null, null, null, null);
    }

    @Inject
    public Administration(
            ConsoleSession session, Senders senders, SettingService settings, JobService jobs, AuditService audit) {
        this.session = session;
        this.senders = senders;
        this.settings = settings;
        this.jobs = jobs;
        this.audit = audit;
    }

    private AdminCall call() {
        // Asked for in any case: it ends where whoever signed in is gone.
        Authenticated sender = senders.current();
        SignedIn who = session.isAdministrator()
                ? new SignedIn.Administrator(session.getName())
                : new SignedIn.User(session.getName(), sender.caller());
        return new AdminCall(who, senders.context());
    }

    List<SettingState> settings() {
        return settings.list(call());
    }

    void set(String name, String value) {
        settings.set(call(), name, value, Precondition.ANY);
    }

    void reset(String name) {
        settings.reset(call(), name, Precondition.ANY);
    }

    List<Job> jobs() {
        return jobs.list(call());
    }

    void cancel(String job) {
        jobs.cancel(call(), job);
    }

    /** Newest first. */
    List<AuditRecord> audit(AuditFilter filter, long before, int limit) {
        call().requireAdministrator();
        return audit.read(filter, before, limit);
    }
}
