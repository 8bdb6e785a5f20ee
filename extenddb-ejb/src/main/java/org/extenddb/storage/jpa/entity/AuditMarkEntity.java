package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An end of the audit log's chain. Fields are set by the store alone. */
@Entity
@Table(name = "ddb_audit_mark")
public class AuditMarkEntity {
    @Id
    @Column(name = "name")
    public String name = "";

    @Column(name = "sequence", nullable = false)
    public long sequence;

    @Column(name = "hash", nullable = false)
    public byte[] hash = {};

    @Column(name = "seal", nullable = false)
    public byte[] seal = {};
}
