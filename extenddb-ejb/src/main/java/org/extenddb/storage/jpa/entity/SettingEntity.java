package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A setting that was changed while servers run. Its fields are set by the store of settings alone. */
@Entity
@Table(name = "ddb_setting")
public class SettingEntity {
    @Id
    @Column(name = "name")
    public String name = "";

    @Column(name = "value", nullable = false)
    public String value = "";

    @Column(name = "changed_at", nullable = false)
    public Instant changedAt = Instant.EPOCH;

    @Column(name = "changed_by", nullable = false)
    public String changedBy = "";
}
