package org.extenddb.storage.jpa.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A managed policy of an account. Fields are set by the mapping of policies, which is this class's only user. */
@Entity
@Table(name = "ddb_policy")
public class PolicyEntity {
    @Id
    @Column(name = "policy_id")
    public String policyId = "";

    @Column(name = "account_id", nullable = false, updatable = false)
    public String accountId = "";

    @Column(name = "path", nullable = false, updatable = false)
    public String path = "";

    @Column(name = "name", nullable = false, updatable = false)
    public String name = "";

    @Column(name = "description", updatable = false)
    public @Nullable String description;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at", nullable = false)
    public Instant updatedAt = Instant.EPOCH;

    @Column(name = "default_version", nullable = false)
    public int defaultVersion;

    @Column(name = "last_version", nullable = false)
    public int lastVersion;

    @ElementCollection
    @CollectionTable(name = "ddb_policy_version", joinColumns = @JoinColumn(name = "policy_id"))
    @MapKeyColumn(name = "version")
    @Fetch(FetchMode.SUBSELECT)
    public Map<Integer, PolicyVersion> versions = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "ddb_policy_tag", joinColumns = @JoinColumn(name = "policy_id"))
    @MapKeyColumn(name = "tag_key")
    @Column(name = "tag_value", nullable = false)
    @Fetch(FetchMode.SUBSELECT)
    public Map<String, String> tags = new HashMap<>();
}
