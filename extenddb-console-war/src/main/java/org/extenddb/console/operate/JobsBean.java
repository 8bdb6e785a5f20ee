package org.extenddb.console.operate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.extenddb.admin.AdminException;
import org.extenddb.console.message.Notices;
import org.jspecify.annotations.Nullable;

/** What servers do in the background. */
@Named("jobs")
@RequestScoped
public class JobsBean {
    private final Administration administration;
    private final Notices notices;
    private @Nullable List<JobRow> all;
    private String refusal = "";

    @SuppressWarnings({"NullAway", "unused"})
    protected JobsBean() {
        this(null, null);
    }

    @Inject
    public JobsBean(Administration administration, Notices notices) {
        this.administration = administration;
        this.notices = notices;
    }

    public List<JobRow> getAll() {
        if (all == null) {
            all = List.of();
            try {
                all = administration.jobs().stream().map(JobRow::new).toList();
            } catch (AdminException e) {
                refusal = String.valueOf(e.getMessage());
            }
        }
        return all;
    }

    /** Why they cannot be listed; empty when they can. */
    public String getRefusal() {
        return refusal;
    }

    public void cancel(String id) {
        notices.attempt(() -> administration.cancel(id));
        all = null;
    }
}
