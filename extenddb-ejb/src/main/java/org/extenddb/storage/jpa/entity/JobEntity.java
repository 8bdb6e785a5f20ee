package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Long work in the background, and how far it has come. */
@Entity
@Table(name = "ddb_job")
public class JobEntity {
    @Id
    @Column(name = "job_id")
    private String id = "";

    @Column(name = "kind", nullable = false)
    private String kind = "";

    @Column(name = "account", nullable = false)
    private String account = "";

    @Column(name = "region", nullable = false)
    private String region = "";

    @Column(name = "table_name", nullable = false)
    private String tableName = "";

    @Column(name = "spec", nullable = false)
    private String spec = "";

    @Column(name = "client_token")
    private @Nullable String clientToken;

    @Column(name = "state", nullable = false)
    private String state = "";

    @Column(name = "done", nullable = false)
    private long done;

    @Column(name = "total", nullable = false)
    private long total;

    @Column(name = "bytes", nullable = false)
    private long bytes;

    @Column(name = "checkpoint")
    private @Nullable String checkpoint;

    @Column(name = "attempts", nullable = false)
    private int attempts;

    @Column(name = "cancel_requested", nullable = false)
    private boolean cancelRequested;

    @Column(name = "failure_code")
    private @Nullable String failureCode;

    @Column(name = "failure_message")
    private @Nullable String failureMessage;

    @Column(name = "holder")
    private @Nullable String holder;

    @Column(name = "held_until")
    private @Nullable Instant heldUntil;

    @Column(name = "due_at", nullable = false)
    private Instant dueAt = Instant.EPOCH;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected JobEntity() {}

    public String getId() {
        return id;
    }

    public String getKind() {
        return kind;
    }

    public String getAccount() {
        return account;
    }

    public String getRegion() {
        return region;
    }

    public String getTableName() {
        return tableName;
    }

    public String getSpec() {
        return spec;
    }

    public @Nullable String getClientToken() {
        return clientToken;
    }

    public String getState() {
        return state;
    }

    public long getDone() {
        return done;
    }

    public long getTotal() {
        return total;
    }

    public long getBytes() {
        return bytes;
    }

    public @Nullable String getCheckpoint() {
        return checkpoint;
    }

    public int getAttempts() {
        return attempts;
    }

    public boolean isCancelRequested() {
        return cancelRequested;
    }

    public @Nullable String getFailureCode() {
        return failureCode;
    }

    public @Nullable String getFailureMessage() {
        return failureMessage;
    }

    public @Nullable String getHolder() {
        return holder;
    }

    public @Nullable Instant getHeldUntil() {
        return heldUntil;
    }

    public Instant getDueAt() {
        return dueAt;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public @Nullable Instant getStartedAt() {
        return startedAt;
    }

    public @Nullable Instant getEndedAt() {
        return endedAt;
    }
}
