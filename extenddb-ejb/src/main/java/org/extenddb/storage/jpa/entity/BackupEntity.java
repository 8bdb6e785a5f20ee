package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What is known of a backup. Fields are set by the mapping in the store, which is this class's only user. */
@Entity
@Table(name = "ddb_backup")
public class BackupEntity {
    @Id
    @Column(name = "backup_id")
    public String backupId = "";

    @Column(name = "account", nullable = false)
    public String account = "";

    @Column(name = "region", nullable = false)
    public String region = "";

    @Column(name = "table_name", nullable = false)
    public String tableName = "";

    @Column(name = "table_id", nullable = false)
    public UUID tableId = new UUID(0, 0);

    @Column(name = "name", nullable = false)
    public String name = "";

    @Column(name = "type", nullable = false)
    public String type = "";

    @Column(name = "status", nullable = false)
    public String status = "";

    @Column(name = "created_at", nullable = false)
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "items", nullable = false)
    public long items;

    @Column(name = "bytes", nullable = false)
    public long bytes;

    @Column(name = "bucket", nullable = false)
    public String bucket = "";

    @Column(name = "prefix", nullable = false)
    public String prefix = "";

    @Column(name = "source", nullable = false)
    public String source = "";
}
