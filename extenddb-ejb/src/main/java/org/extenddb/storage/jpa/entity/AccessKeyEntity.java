package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An access key; its secret is encrypted by a key that is not in the database. */
@Entity
@Table(name = "ddb_access_key")
public class AccessKeyEntity {
    @Id
    @Column(name = "access_key_id")
    private String accessKeyId = "";

    @Column(name = "account_id", nullable = false)
    private String accountId = "";

    @Column(name = "user_arn", nullable = false)
    private String userArn = "";

    @Column(name = "encrypted_secret", nullable = false)
    private byte[] encryptedSecret = {};

    @Column(name = "active", nullable = false)
    private boolean active;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt = Instant.EPOCH;

    protected AccessKeyEntity() {}

    public String getAccessKeyId() {
        return accessKeyId;
    }

    public String getAccountId() {
        return accountId;
    }

    public String getUserArn() {
        return userArn;
    }

    public byte[] getEncryptedSecret() {
        return encryptedSecret.clone();
    }

    public boolean isActive() {
        return active;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
