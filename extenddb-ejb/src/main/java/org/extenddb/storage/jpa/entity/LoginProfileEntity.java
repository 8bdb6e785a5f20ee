package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What lets a user sign in. Fields are set by the mapping, which is this class's only user. */
@Entity
@Table(name = "ddb_login_profile")
public class LoginProfileEntity {
    @Id
    @Column(name = "identity_id")
    public String identityId = "";

    @Column(name = "account_id", nullable = false, updatable = false)
    public String accountId = "";

    @Embedded
    public StoredPassword password = new StoredPassword();

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "last_sign_in_at")
    public @Nullable Instant lastSignInAt;
}
