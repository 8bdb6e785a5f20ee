package org.extenddb.console.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.admin.AdminCall;
import org.extenddb.admin.AuditService;
import org.extenddb.admin.AuditedChanges;
import org.extenddb.admin.AuditedChanges.Attempt;
import org.extenddb.admin.AuditedSettings;
import org.extenddb.admin.Job;
import org.extenddb.admin.JobService;
import org.extenddb.admin.Precondition;
import org.extenddb.admin.SettingService;
import org.extenddb.admin.SettingService.SettingState;
import org.extenddb.console.session.AdminCalls;
import org.extenddb.core.audit.AuditFilter;
import org.extenddb.core.audit.AuditRecord;

/** The services of administration, as whoever is signed in: they refuse who is no administrator. */
@ApplicationScoped
public class Administration {
    private final AdminCalls calls;
    private final SettingService settings;
    private final JobService jobs;
    private final AuditService audit;
    private final AuditedChanges audited;
    private final AuditedSettings auditedSettings;

    @SuppressWarnings({"NullAway", "unused"})
    protected Administration() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public Administration(
            AdminCalls calls,
            SettingService settings,
            JobService jobs,
            AuditService audit,
            AuditedChanges audited,
            AuditedSettings auditedSettings) {
        this.calls = calls;
        this.settings = settings;
        this.jobs = jobs;
        this.audit = audit;
        this.audited = audited;
        this.auditedSettings = auditedSettings;
    }

    private AdminCall call() {
        return calls.current();
    }

    List<SettingState> settings() {
        return settings.list(call());
    }

    void set(String name, String value) {
        auditedSettings.set(call(), name, value, Precondition.ANY);
    }

    void reset(String name) {
        auditedSettings.reset(call(), name, Precondition.ANY);
    }

    List<Job> jobs() {
        return jobs.list(call());
    }

    void cancel(String job) {
        AdminCall call = call();
        audited.run(call, new Attempt("admin:CancelJob", "job/" + job, ""), () -> jobs.cancel(call, job, it -> {}));
    }

    /** Newest first. */
    List<AuditRecord> audit(AuditFilter filter, long before, int limit) {
        call().requireAdministrator();
        return audit.read(filter, before, limit);
    }
}
