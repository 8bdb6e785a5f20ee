package org.extenddb.worker.job;

import java.io.IOException;
import org.extenddb.core.job.Job;

/**
 * Does the jobs of a kind. A bean; servers find it by themselves.
 *
 * <p>A job may be gone on with at any time by another server, from its last checkpoint: what was done since then is done again and
 * must not do harm. Two servers can be at a job for a moment, where one was thought dead: {@link JobControl#checkpoint} tells
 * the one that no longer holds it.
 */
public interface JobRunner {
    /** The kind of jobs, such as {@code EXPORT}; no two runners have the same. */
    String kind();

    /**
     * Works on a job until it has ended or {@link JobControl#goesOn} says no. Whatever is thrown counts as a failed attempt: the job is
     * taken up again later, from its last checkpoint, and fails for good after some attempts without one.
     *
     * @param job as it is now, with its last checkpoint
     * @throws JobLostException when another server has it
     */
    JobStep run(Job job, JobControl control) throws IOException;

    /** Whether a job fails for good after some failed attempts. One that does not is tried again every few minutes. */
    default boolean givesUp(Job job) {
        return true;
    }

    /**
     * Clears away what a job has left behind that will not be completed: it was cancelled, or has failed. May be called more than once.
     */
    void abandon(Job job) throws IOException;
}
