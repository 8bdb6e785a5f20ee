package org.extenddb.core.storage;

import java.time.Duration;
import java.util.List;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobFilter;
import org.extenddb.core.job.NewJob;
import org.extenddb.core.model.TableAddress;
import org.jspecify.annotations.Nullable;

/**
 * Jobs, by those who want them done and look after them. Doing them is the servers' own business: any of them takes a job up, and
 * another one goes on where that one dies.
 */
public interface JobStore {
    /** For how long a client's token stands for the same job. */
    Duration TOKEN_LIFETIME = Duration.ofHours(8);

    /**
     * Queues a job, durably. Where a job of its account, region and kind that is younger than {@link #TOKEN_LIFETIME} has the same
     * token nothing is queued and that job is the answer; of several concurrent calls exactly one queues.
     */
    Job create(NewJob job);

    /**
     * Finds a job as of now.
     *
     * @return null when there is none
     */
    @Nullable
    Job find(String id);

    /**
     * Finds the job that a client's token stands for.
     *
     * @param owner whose account and region count
     * @return null when there is none, or it is older than {@link #TOKEN_LIFETIME}
     */
    @Nullable
    Job findByToken(TableAddress owner, String kind, String token);

    /**
     * Jobs from the latest to the oldest.
     *
     * @param before only jobs older than this id, which need not exist; null for the latest
     * @param limit at most this many
     */
    List<Job> list(JobFilter filter, @Nullable String before, int limit);

    /**
     * Asks for a job's end. It comes soon, not at once, and what the job has left behind is cleared away.
     *
     * @return false when there is no such job or it has ended
     */
    boolean requestCancel(String id);
}
