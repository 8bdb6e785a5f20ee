package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A record of the audit log. Rows are written in batches of plain SQL and never changed; fields are read by the store alone. */
@Entity
@Table(name = "ddb_audit_log")
public class AuditEntity {
    @Id
    @Column(name = "sequence")
    public long sequence;

    @Column(name = "at", nullable = false)
    public Instant at = Instant.EPOCH;

    @Column(name = "server", nullable = false)
    public String server = "";

    @Column(name = "actor", nullable = false)
    public String actor = "";

    @Column(name = "account_id", nullable = false)
    public String accountId = "";

    @Column(name = "access_key_id", nullable = false)
    public String accessKeyId = "";

    @Column(name = "action", nullable = false)
    public String action = "";

    @Column(name = "resource", nullable = false)
    public String resource = "";

    @Column(name = "source_address", nullable = false)
    public String sourceAddress = "";

    @Column(name = "request_id", nullable = false)
    public String requestId = "";

    @Column(name = "outcome", nullable = false)
    public String outcome = "";

    @Column(name = "error", nullable = false)
    public String error = "";

    @Column(name = "detail", nullable = false)
    public String detail = "";

    @Column(name = "hash", nullable = false)
    public byte[] hash = {};
}
