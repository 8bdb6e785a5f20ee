package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Background work and the server that may do it for now. */
@Entity
@Table(name = "ddb_lease")
public class LeaseEntity {
    @Id
    @Column(name = "name")
    private String name = "";

    @Column(name = "holder", nullable = false)
    private String holder = "";

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt = Instant.EPOCH;

    protected LeaseEntity() {}

    public String getName() {
        return name;
    }

    public String getHolder() {
        return holder;
    }

    public Instant getExpiresAt() {
        return expiresAt;
    }
}
