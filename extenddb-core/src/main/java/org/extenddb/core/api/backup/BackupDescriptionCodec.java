package org.extenddb.core.api.backup;

import java.time.Instant;
import org.extenddb.core.api.table.SourceTableEncoder;
import org.extenddb.core.backup.BackupTable;
import org.extenddb.core.backup.BackupTableCodec;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.wire.JsonOutput;

/** Writes what CreateBackup, DescribeBackup and DeleteBackup answer. */
public final class BackupDescriptionCodec {
    private BackupDescriptionCodec() {}

    /** CreateBackup's. */
    public static void encodeCreated(StoredBackup backup, JsonOutput out) {
        out.beginObject().member("BackupDetails");
        details(backup, backup.arn(), out);
        out.endObject();
    }

    /** DescribeBackup's and DeleteBackup's. */
    public static void encode(BackupDescription description, JsonOutput out) {
        StoredBackup backup = description.backup();
        BackupTable table = BackupTableCodec.ofJson(backup.source());
        out.beginObject().member("BackupDescription").beginObject();
        out.member("BackupDetails");
        details(backup, description.arn(), out);
        out.member("SourceTableDetails");
        SourceTableEncoder.details(table, backup.size(), out);
        out.member("SourceTableFeatureDetails");
        SourceTableEncoder.features(table, out);
        out.endObject().endObject();
    }

    private static void details(StoredBackup backup, String arn, JsonOutput out) {
        out.beginObject().member("BackupArn").string(arn);
        times(backup, out);
        out.member("BackupName").string(backup.name());
        out.member("BackupSizeBytes").number(backup.size().bytes());
        out.member("BackupStatus").string(backup.status().name());
        out.member("BackupType").string(backup.type().name()).endObject();
    }

    private static void times(StoredBackup backup, JsonOutput out) {
        out.member("BackupCreationDateTime").epochSeconds(backup.createdAt());
        Instant expiry = backup.expiresAt();
        if (expiry != null) {
            out.member("BackupExpiryDateTime").epochSeconds(expiry);
        }
    }

    /** An element of ListBackups' answer. */
    static void summary(StoredBackup backup, JsonOutput out) {
        out.beginObject().member("BackupArn").string(backup.arn());
        times(backup, out);
        out.member("BackupName").string(backup.name());
        out.member("BackupSizeBytes").number(backup.size().bytes());
        out.member("BackupStatus").string(backup.status().name());
        out.member("BackupType").string(backup.type().name());
        out.member("TableArn").string(backup.table().arn());
        out.member("TableId").string(backup.tableId().toString());
        out.member("TableName").string(backup.table().tableName()).endObject();
    }
}
