package org.extenddb.storage.jpa.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.AttachedPolicies;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.OnDemandThroughput;
import org.extenddb.core.model.PointInTimeRecovery;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.RestoreOrigin;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableClass;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.ThroughputHistory;
import org.extenddb.core.model.TimeToLive;
import org.extenddb.core.model.WarmThroughput;
import org.extenddb.core.storage.NewTable;
import org.extenddb.storage.jpa.entity.TableEntity;
import org.extenddb.storage.jpa.sql.StoredText;
import org.jspecify.annotations.Nullable;

/** Between definitions and entities. */
final class TableMapping {
    private TableMapping() {}

    static TableEntity entity(NewTable table) {
        TableEntity entity = new TableEntity();
        entity.tableId = UUID.randomUUID();
        entity.account = table.address().account().value();
        entity.region = table.address().region().value();
        entity.name = table.address().tableName();
        entity.status = table.status().name();
        entity.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        entity.hashKey = names(table.keySchema().hash());
        entity.rangeKey = names(table.keySchema().range());
        setAttributes(entity, table.keyAttributes());
        setSettings(entity, table.settings());
        PolicyMapping.set(entity, AttachedPolicies.of(table.resourcePolicy()));
        entity.indexes.addAll(IndexMapping.entities(table.indexes()));
        return entity;
    }

    /** Takes over what an update may change. */
    static void change(TableEntity entity, TableDefinition changed) {
        entity.status = changed.status().name();
        setAttributes(entity, changed.keyAttributes());
        setSettings(entity, changed.settings());
        PolicyMapping.set(entity, changed.policies());
        entity.indexes.clear();
        entity.indexes.addAll(IndexMapping.entities(changed.indexes()));
    }

    static TableDefinition definition(TableEntity entity) {
        List<KeyAttribute> attributes = attributes(entity);
        return new TableDefinition(
                entity.storageId,
                entity.tableId,
                new TableAddress(new AccountId(entity.account), new Region(entity.region), entity.name),
                entity.version,
                TableStatus.valueOf(entity.status),
                entity.createdAt,
                keySchema(entity.hashKey, entity.rangeKey, attributes),
                attributes,
                IndexMapping.definitions(entity.indexes, attributes),
                settings(entity),
                PolicyMapping.policies(entity));
    }

    static KeySchema keySchema(String[] hash, String[] range, List<KeyAttribute> attributes) {
        return new KeySchema(named(hash, attributes), named(range, attributes));
    }

    static String[] names(List<KeyAttribute> attributes) {
        return StoredText.encodeAll(attributes.stream().map(KeyAttribute::name).toList());
    }

    private static List<KeyAttribute> named(String[] names, List<KeyAttribute> attributes) {
        return StoredText.decodeAll(names).stream()
                .map(name -> attributes.stream()
                        .filter(attribute -> attribute.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no type for the key attribute " + name)))
                .toList();
    }

    private static List<KeyAttribute> attributes(TableEntity entity) {
        return IntStream.range(0, entity.attributeNames.length)
                .mapToObj(i -> new KeyAttribute(
                        StoredText.decode(entity.attributeNames[i]), ScalarType.valueOf(entity.attributeTypes[i])))
                .toList();
    }

    private static void setAttributes(TableEntity entity, List<KeyAttribute> attributes) {
        entity.attributeNames = names(attributes);
        entity.attributeTypes =
                attributes.stream().map(attribute -> attribute.type().name()).toArray(String[]::new);
    }

    private static void setSettings(TableEntity entity, TableSettings settings) {
        Throughput throughput = settings.throughput();
        entity.billingMode = settings.billingMode().name();
        entity.readCapacity = throughput.provisioned().readCapacityUnits();
        entity.writeCapacity = throughput.provisioned().writeCapacityUnits();
        entity.payPerRequestSince = micros(settings.payPerRequestSince());
        entity.lastIncrease = micros(throughput.history().lastIncrease());
        entity.lastDecrease = micros(throughput.history().lastDecrease());
        entity.decreasesToday = throughput.history().decreases();
        entity.maxReadRequestUnits = throughput.onDemand().maxReadRequestUnits();
        entity.maxWriteRequestUnits = throughput.onDemand().maxWriteRequestUnits();
        entity.warmReadUnits = throughput.warm().readUnitsPerSecond();
        entity.warmWriteUnits = throughput.warm().writeUnitsPerSecond();
        entity.deletionProtection = settings.deletionProtection();
        entity.tableClass = settings.tableClass().name();
        entity.tableClassChanges = settings.tableClass().changes().stream()
                .mapToLong(Instant::toEpochMilli)
                .toArray();
        entity.kmsKeyArn = settings.kmsKeyArn() == null ? null : StoredText.encode(settings.kmsKeyArn());
        entity.tagKeys = StoredText.encodeAll(settings.tags().keySet());
        entity.tagValues = StoredText.encodeAll(settings.tags().values());
        entity.changedAt = micros(settings.changedAt());
        setTimeToLive(entity, settings.timeToLive());
        setPast(entity, settings);
    }

    private static TableSettings settings(TableEntity entity) {
        return new TableSettings(
                BillingMode.valueOf(entity.billingMode),
                throughput(entity),
                entity.payPerRequestSince,
                entity.deletionProtection,
                new TableClass(
                        entity.tableClass,
                        Arrays.stream(entity.tableClassChanges)
                                .mapToObj(Instant::ofEpochMilli)
                                .toList()),
                entity.kmsKeyArn == null ? null : StoredText.decode(entity.kmsKeyArn),
                tags(entity),
                entity.changedAt,
                stream(entity),
                timeToLive(entity),
                new PointInTimeRecovery(entity.recoveryDays, entity.kept, entity.keptSince),
                origin(entity));
    }

    private static void setPast(TableEntity entity, TableSettings settings) {
        entity.recoveryDays = settings.recovery().recoveryPeriodInDays();
        entity.kept = settings.recovery().kept();
        entity.keptSince = micros(settings.recovery().keptSince());
        RestoreOrigin origin = settings.origin();
        if (origin != null) {
            entity.restoredFromBackup = origin.sourceBackupArn();
            entity.restoredFromTable = origin.sourceTableArn();
            entity.restoredTo = micros(origin.restoredTo());
        }
    }

    private static @Nullable RestoreOrigin origin(TableEntity entity) {
        return entity.restoredTo == null
                ? null
                : new RestoreOrigin(entity.restoredFromBackup, entity.restoredFromTable, entity.restoredTo);
    }

    private static @Nullable TableStream stream(TableEntity entity) {
        if (entity.streamId == null || entity.streamViewType == null || entity.streamCreatedAt == null) {
            return null;
        }
        return new TableStream(
                entity.streamId,
                StreamViewType.valueOf(entity.streamViewType),
                entity.streamCreatedAt,
                entity.recordedIn != null);
    }

    private static void setTimeToLive(TableEntity entity, @Nullable TimeToLive timeToLive) {
        if (timeToLive != null) {
            entity.ttlAttribute = StoredText.encode(timeToLive.attributeName());
            entity.ttlEnabled = timeToLive.enabled();
            entity.ttlChangedAt = micros(timeToLive.changedAt());
        }
    }

    private static @Nullable TimeToLive timeToLive(TableEntity entity) {
        return entity.ttlAttribute == null || entity.ttlChangedAt == null
                ? null
                : new TimeToLive(StoredText.decode(entity.ttlAttribute), entity.ttlEnabled, entity.ttlChangedAt);
    }

    private static Throughput throughput(TableEntity entity) {
        ProvisionedThroughput provisioned = new ProvisionedThroughput(entity.readCapacity, entity.writeCapacity);
        return new Throughput(
                provisioned,
                new ThroughputHistory(entity.lastIncrease, entity.lastDecrease, entity.decreasesToday),
                new OnDemandThroughput(entity.maxReadRequestUnits, entity.maxWriteRequestUnits),
                warm(entity.warmReadUnits, entity.warmWriteUnits, provisioned));
    }

    /** Rows of an older server say nothing of warm throughput. */
    static WarmThroughput warm(@Nullable Long read, @Nullable Long write, ProvisionedThroughput provisioned) {
        return read == null || write == null ? WarmThroughput.of(provisioned) : new WarmThroughput(read, write);
    }

    private static Map<String, String> tags(TableEntity entity) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < entity.tagKeys.length; i++) {
            tags.put(StoredText.decode(entity.tagKeys[i]), StoredText.decode(entity.tagValues[i]));
        }
        return tags;
    }

    /** As precise as PostgreSQL keeps it, so that a definition reads back as it was written. */
    static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
