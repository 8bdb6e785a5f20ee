package org.extenddb.console.operate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.extenddb.admin.Job;
import org.extenddb.console.message.Notices;
import org.extenddb.console.session.ConsoleSession;

/** What the dashboard shows of jobs: how many are under way, and which of them somebody has to look at. */
@Named("background")
@RequestScoped
public class BackgroundBean {
    private final Administration administration;
    private final Notices notices;
    private final boolean allowed;
    private List<Job> jobs = List.of();
    private boolean read;

    @SuppressWarnings({"NullAway", "unused"})
    protected BackgroundBean() {
        this.administration = null;
        this.notices = null;
        this.allowed = false;
    }

    @Inject
    public BackgroundBean(Administration administration, Notices notices, ConsoleSession session) {
        this.administration = administration;
        this.notices = notices;
        this.allowed = session.isAdministrator();
    }

    /** Those that have not ended. */
    public List<JobRow> getUnderWay() {
        return rows("RUNNING");
    }

    /** Those that failed and are still remembered. */
    public List<JobRow> getFailed() {
        return rows("FAILED");
    }

    private List<JobRow> rows(String status) {
        return jobs().stream()
                .filter(job -> job.status().equals(status))
                .map(JobRow::new)
                .toList();
    }

    private List<Job> jobs() {
        if (!read) {
            read = true;
            if (allowed) {
                notices.attempt(() -> jobs = administration.jobs());
            }
        }
        return jobs;
    }
}
