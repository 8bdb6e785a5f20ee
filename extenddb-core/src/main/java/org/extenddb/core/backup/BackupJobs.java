package org.extenddb.core.backup;

/** The kinds of jobs that backups need. The spec of DELETE is the backup's id, that of CREATE its table's storage id, that of RESTORE a {@link BackupRestoreSpec}. */
public final class BackupJobs {
    public static final String CREATE = "CREATE_BACKUP";
    public static final String DELETE = "DELETE_BACKUP";
    public static final String RESTORE = "RESTORE_FROM_BACKUP";

    private BackupJobs() {}
}
