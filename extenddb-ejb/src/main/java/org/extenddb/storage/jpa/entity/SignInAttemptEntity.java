package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often somebody has tried to sign in. Written by statements of PostgreSQL's own. */
@Entity
@Table(name = "ddb_sign_in_attempt")
public class SignInAttemptEntity {
    @Id
    @Column(name = "subject")
    private String subject = "";

    @Column(name = "attempts", nullable = false)
    private int attempts;

    @Column(name = "last_at", nullable = false)
    private Instant lastAt = Instant.EPOCH;

    @Column(name = "locked_until")
    private @Nullable Instant lockedUntil;

    protected SignInAttemptEntity() {}

    public String getSubject() {
        return subject;
    }

    public int getAttempts() {
        return attempts;
    }

    public Instant getLastAt() {
        return lastAt;
    }

    public @Nullable Instant getLockedUntil() {
        return lockedUntil;
    }
}
