package org.extenddb.worker.job;

import org.extenddb.core.job.JobProgress;
import org.jspecify.annotations.Nullable;

/** What a runner has of the server while it works on a job. For the runner's thread. */
public interface JobControl {
    /** False once the slice's time is up and others wait, somebody wants the job to end, another server has it, or this one stops. */
    boolean goesOn();

    /**
     * Keeps how far the job has come, durably.
     *
     * @param checkpoint what the next slice needs to go on, on whichever server; JSON
     * @throws JobLostException when another server has the job; nothing is kept then
     */
    void checkpoint(@Nullable String checkpoint, JobProgress progress);

    /**
     * Makes sure that the job is still this server's, before something that another server must not do at the same time.
     *
     * @throws JobLostException when it is not
     */
    void confirm();
}
