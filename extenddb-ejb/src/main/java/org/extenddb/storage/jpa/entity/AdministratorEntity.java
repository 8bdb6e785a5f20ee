package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An administrator of the installation. Fields are set by the mapping, which is this class's only user. */
@Entity
@Table(name = "ddb_administrator")
public class AdministratorEntity {
    @Id
    @Column(name = "name")
    public String name = "";

    @Embedded
    public StoredPassword password = new StoredPassword();

    @Column(name = "active", nullable = false)
    public boolean active;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "last_sign_in_at")
    public @Nullable Instant lastSignInAt;
}
