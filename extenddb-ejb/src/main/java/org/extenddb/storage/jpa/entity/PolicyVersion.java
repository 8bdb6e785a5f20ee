package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** One version of a managed policy; it never changes. */
@Embeddable
public class PolicyVersion {
    @Column(name = "document", nullable = false)
    private String document = "";

    @Column(name = "created_at", nullable = false)
    private Instant createdAt = Instant.EPOCH;

    protected PolicyVersion() {}

    public PolicyVersion(String document, Instant createdAt) {
        this.document = document;
        this.createdAt = createdAt;
    }

    public String getDocument() {
        return document;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    /** By value: what is the same is not written again. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyVersion version
                && version.document.equals(document)
                && version.createdAt.equals(createdAt);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }
}
