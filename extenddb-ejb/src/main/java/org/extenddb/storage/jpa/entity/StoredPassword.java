package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A password's columns. Fields are set by the mapping, which is this class's only user. */
@Embeddable
public class StoredPassword {
    @Column(name = "password_hash", nullable = false)
    public String hash = "";

    @Column(name = "must_change", nullable = false)
    public boolean mustChange;

    @Column(name = "password_stamp", nullable = false)
    public String stamp = "";

    @Column(name = "password_changed_at", nullable = false)
    public Instant changedAt = Instant.EPOCH;
}
