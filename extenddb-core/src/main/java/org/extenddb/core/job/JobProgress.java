package org.extenddb.core.job;

/**
 * How far a job has come.
 *
 * @param done items
 * @param total items, as far as it is known; 0 when it is not
 * @param bytes read or written, as the kind of job counts them
 */
public record JobProgress(long done, long total, long bytes) {
    public static final JobProgress NONE = new JobProgress(0, 0, 0);
}
