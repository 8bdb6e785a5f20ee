package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account: whose tables and keys are whose. */
@Entity
@Table(name = "ddb_account")
public class AccountEntity {
    @Id
    @Column(name = "account_id")
    private String accountId = "";

    @Column(name = "name", nullable = false)
    public String name = "";

    @Column(name = "created_at", nullable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "closed_at")
    public @Nullable Instant closedAt;

    /** As JSON; null where IAM's own counts. */
    @Column(name = "password_policy")
    public @Nullable String passwordPolicy;

    protected AccountEntity() {}

    public String getAccountId() {
        return accountId;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }
}
