package org.extenddb.core.backup;

/** The kinds of jobs that backups need. The spec of each is the backup's id. */
public final class BackupJobs {
    public static final String CREATE = "CREATE_BACKUP";
    public static final String DELETE = "DELETE_BACKUP";
    public static final String RESTORE = "RESTORE_FROM_BACKUP";

    private BackupJobs() {}
}
