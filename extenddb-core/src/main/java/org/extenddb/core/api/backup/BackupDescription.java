package org.extenddb.core.api.backup;

import org.extenddb.core.backup.StoredBackup;

/**
 * A backup as DescribeBackup and DeleteBackup answer it.
 *
 * @param arn as the request named it: its region may be another one
 */
public record BackupDescription(StoredBackup backup, String arn) {}
