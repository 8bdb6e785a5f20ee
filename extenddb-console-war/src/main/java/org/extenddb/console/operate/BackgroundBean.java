package org.extenddb.console.operate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.extenddb.console.session.ConsoleSession;

/** What the dashboard shows of jobs: how many are under way, and which of them somebody has to look at. */
@Named("background")
@RequestScoped
public class BackgroundBean {
    private final JobsBean jobs;
    private final boolean allowed;

    @SuppressWarnings({"NullAway", "unused"})
    protected BackgroundBean() {
        this.jobs = null;
        this.allowed = false;
    }

    @Inject
    public BackgroundBean(JobsBean jobs, ConsoleSession session) {
        this.jobs = jobs;
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
        return allowed
                ? jobs.getAll().stream()
                        .filter(row -> row.job().status().equals(status))
                        .toList()
                : List.of();
    }
}
