package org.extenddb.worker.job;

/** The job is no longer this server's: whoever works on it stops, and leaves everything as it is. */
public final class JobLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JobLostException(String jobId) {
        super("another server has job " + jobId, null, false, false);
    }
}
