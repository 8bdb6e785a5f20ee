package org.extenddb.storage.jpa.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A table's definition. Fields are set by the mapping in the catalogue, which is this class's only user. */
@Entity
@Table(name = "ddb_table")
public class TableEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "storageId")
    @SequenceGenerator(name = "storageId", sequenceName = "ddb_table_storage_id", allocationSize = 1)
    @Column(name = "storage_id")
    public int storageId;

    @Column(name = "table_id", nullable = false, updatable = false)
    public UUID tableId = new UUID(0, 0);

    @Column(name = "account", nullable = false, updatable = false)
    public String account = "";

    @Column(name = "region", nullable = false, updatable = false)
    public String region = "";

    @Column(name = "name", nullable = false, updatable = false)
    public String name = "";

    @Version
    @Column(name = "version", nullable = false)
    public long version;

    @Column(name = "status", nullable = false)
    public String status = "";

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "hash_key", nullable = false, updatable = false)
    public String[] hashKey = {};

    @Column(name = "range_key", nullable = false, updatable = false)
    public String[] rangeKey = {};

    @Column(name = "attribute_names", nullable = false)
    public String[] attributeNames = {};

    @Column(name = "attribute_types", nullable = false)
    public String[] attributeTypes = {};

    @Column(name = "billing_mode", nullable = false)
    public String billingMode = "";

    @Column(name = "read_capacity", nullable = false)
    public long readCapacity;

    @Column(name = "write_capacity", nullable = false)
    public long writeCapacity;

    @Column(name = "pay_per_request_since")
    public @Nullable Instant payPerRequestSince;

    @Column(name = "last_increase")
    public @Nullable Instant lastIncrease;

    @Column(name = "last_decrease")
    public @Nullable Instant lastDecrease;

    @Column(name = "decreases_today", nullable = false)
    public int decreasesToday;

    @Column(name = "deletion_protection", nullable = false)
    public boolean deletionProtection;

    @Column(name = "table_class")
    public @Nullable String tableClass;

    @Column(name = "kms_key_arn")
    public @Nullable String kmsKeyArn;

    @Column(name = "max_read_request_units")
    public @Nullable Long maxReadRequestUnits;

    @Column(name = "max_write_request_units")
    public @Nullable Long maxWriteRequestUnits;

    /** Null where nothing but the provisioned units says how warm the table is. */
    @Column(name = "warm_read_units")
    public @Nullable Long warmReadUnits;

    @Column(name = "warm_write_units")
    public @Nullable Long warmWriteUnits;

    /** Epoch milliseconds. */
    @Column(name = "table_class_changes", nullable = false)
    public long[] tableClassChanges = {};

    @Column(name = "tag_keys", nullable = false)
    public String[] tagKeys = {};

    @Column(name = "tag_values", nullable = false)
    public String[] tagValues = {};

    @Column(name = "changed_at")
    public @Nullable Instant changedAt;

    /** The latest stream; null if there never was one. */
    @Column(name = "stream_id")
    public @Nullable Integer streamId;

    @Column(name = "stream_view_type")
    public @Nullable String streamViewType;

    @Column(name = "stream_created_at")
    public @Nullable Instant streamCreatedAt;

    /** The stream that changes are recorded in; null while none is enabled. */
    @Column(name = "recorded_in")
    public @Nullable Integer recordedIn;

    @Column(name = "recorded_buckets")
    public @Nullable Integer recordedBuckets;

    /** Null if time to live was never set. */
    @Column(name = "ttl_attribute")
    public @Nullable String ttlAttribute;

    @Column(name = "ttl_enabled", nullable = false)
    public boolean ttlEnabled;

    @Column(name = "ttl_changed_at")
    public @Nullable Instant ttlChangedAt;

    /** As it was sent, but for the unique ids in place of names of users and roles. */
    @Column(name = "resource_policy")
    public @Nullable String resourcePolicy;

    @Column(name = "resource_policy_revision")
    public @Nullable String resourcePolicyRevision;

    /** The streams that have a policy, by label; their policies and those policies' revisions stand in the same order. */
    @Column(name = "stream_policy_labels", nullable = false)
    public String[] streamPolicyLabels = {};

    @Column(name = "stream_policies", nullable = false)
    public String[] streamPolicies = {};

    @Column(name = "stream_policy_revisions", nullable = false)
    public String[] streamPolicyRevisions = {};

    /** Null while point-in-time recovery is disabled. */
    @Column(name = "recovery_days")
    public @Nullable Integer recoveryDays;

    /** Whether writes keep what they replace. */
    @Column(name = "kept", nullable = false)
    public boolean kept;

    @Column(name = "kept_since")
    public @Nullable Instant keptSince;

    @Column(name = "restored_from_backup")
    public @Nullable String restoredFromBackup;

    @Column(name = "restored_from_table")
    public @Nullable String restoredFromTable;

    /** Null unless the table was restored. */
    @Column(name = "restored_to")
    public @Nullable Instant restoredTo;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "ddb_index", joinColumns = @JoinColumn(name = "storage_id"))
    @OrderBy("position")
    public List<IndexEntity> indexes = new ArrayList<>();
}
