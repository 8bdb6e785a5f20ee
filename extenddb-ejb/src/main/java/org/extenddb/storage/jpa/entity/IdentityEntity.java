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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A user, group or role. Fields are set by the mapping of identities, which is this class's only user. */
@Entity
@Table(name = "ddb_identity")
public class IdentityEntity {
    @Id
    @Column(name = "identity_id")
    public String identityId = "";

    @Column(name = "account_id", nullable = false, updatable = false)
    public String accountId = "";

    @Column(name = "kind", nullable = false, updatable = false)
    public String kind = "";

    @Column(name = "path", nullable = false)
    public String path = "";

    @Column(name = "name", nullable = false)
    public String name = "";

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "boundary_arn")
    public @Nullable String boundaryArn;

    @Column(name = "trust_policy")
    public @Nullable String trustPolicy;

    @Column(name = "max_session_seconds")
    public @Nullable Integer maxSessionSeconds;

    @Column(name = "description")
    public @Nullable String description;

    /** This and the next are written beside the entity: a change of the role must not put back what they were. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    public @Nullable Instant lastUsedAt;

    @Column(name = "last_used_region", insertable = false, updatable = false)
    public @Nullable String lastUsedRegion;

    @ElementCollection
    @CollectionTable(name = "ddb_identity_tag", joinColumns = @JoinColumn(name = "identity_id"))
    @MapKeyColumn(name = "tag_key")
    @Column(name = "tag_value", nullable = false)
    @Fetch(FetchMode.SUBSELECT)
    public Map<String, String> tags = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "ddb_inline_policy", joinColumns = @JoinColumn(name = "identity_id"))
    @MapKeyColumn(name = "name")
    @Column(name = "document", nullable = false)
    @Fetch(FetchMode.SUBSELECT)
    public Map<String, String> inlinePolicies = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "ddb_attached_policy", joinColumns = @JoinColumn(name = "identity_id"))
    @Column(name = "policy_arn", nullable = false)
    @Fetch(FetchMode.SUBSELECT)
    public Set<String> attachedPolicies = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "ddb_group_member", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "group_id", nullable = false)
    @Fetch(FetchMode.SUBSELECT)
    public Set<String> groupIds = new HashSet<>();
}
