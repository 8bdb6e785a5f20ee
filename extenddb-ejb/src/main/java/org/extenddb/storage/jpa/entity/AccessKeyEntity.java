package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access key; its secret is encrypted by a key that is not in the database. Fields are set by the stores of identities and keys,
 * which are this class's only users.
 */
@Entity
@Table(name = "ddb_access_key")
public class AccessKeyEntity {
    @Id
    @Column(name = "access_key_id")
    public String accessKeyId = "";

    @Column(name = "account_id", nullable = false, updatable = false)
    public String accountId = "";

    /** Null for the root user of the account. */
    @Column(name = "identity_id", updatable = false)
    public @Nullable String identityId;

    /** For servers of before there were users: what they take for the sender. */
    @Column(name = "user_arn", nullable = false, updatable = false)
    public String userArn = "";

    @Column(name = "encrypted_secret", nullable = false)
    public byte[] encryptedSecret = {};

    @Column(name = "active", nullable = false)
    public boolean active;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt = Instant.EPOCH;
}
