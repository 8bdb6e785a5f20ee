package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The client request token of a transaction that took effect. */
@Entity
@Table(name = "ddb_transaction_token")
public class TransactionTokenEntity {
    @EmbeddedId
    private TransactionTokenId id = new TransactionTokenId();

    @Column(name = "fingerprint", nullable = false)
    private byte[] fingerprint = {};

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt = Instant.EPOCH;

    protected TransactionTokenEntity() {}

    public TransactionTokenId getId() {
        return id;
    }

    public byte[] getFingerprint() {
        return fingerprint.clone();
    }

    public Instant getExpiresAt() {
        return expiresAt;
    }
}
