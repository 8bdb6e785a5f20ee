package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When an access key signed last. Apart from the key itself, whose every change is told to all servers. */
@Entity
@Table(name = "ddb_access_key_use")
public class AccessKeyUseEntity {
    @Id
    @Column(name = "access_key_id")
    private String accessKeyId = "";

    @Column(name = "used_at", nullable = false)
    private Instant usedAt = Instant.EPOCH;

    @Column(name = "region", nullable = false)
    private String region = "";

    @Column(name = "service", nullable = false)
    private String service = "";

    protected AccessKeyUseEntity() {}

    public String getAccessKeyId() {
        return accessKeyId;
    }

    public Instant getUsedAt() {
        return usedAt;
    }

    public String getRegion() {
        return region;
    }

    public String getService() {
        return service;
    }
}
