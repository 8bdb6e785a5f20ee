package org.extenddb.engine.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.extenddb.core.api.table.CapacityMembers;
import org.extenddb.core.api.table.IndexMembers;
import org.extenddb.core.api.table.KeySchemaElement;
import org.extenddb.core.api.table.RestoreRequest.Overrides;
import org.extenddb.core.api.table.ThroughputMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.IndexDefinition.Kind;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.OnDemandThroughput;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.RestoreOrigin;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.ThroughputHistory;
import org.extenddb.core.storage.NewTable;
import org.jspecify.annotations.Nullable;

/**
 * The table that a restore makes: with key, indexes, throughput and encryption of its source unless they are overridden; without tags,
 * stream, time to live, table class, policy and protections, as DynamoDB's are.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html">What is
 *     restored</a>
 */
public final class RestoredTable {
    private final Source source;
    private final Overrides overrides;
    private final BillingMode billingMode;

    private RestoredTable(Source source, Overrides overrides) {
        this.source = source;
        this.overrides = overrides;
        this.billingMode = overrides.billingMode() == null
                ? source.settings().billingMode()
                : BillingMode.valueOf(overrides.billingMode());
    }

    /** What is restored, as it is or was. */
    public record Source(
            KeySchema keySchema,
            List<KeyAttribute> keyAttributes,
            List<IndexDefinition> indexes,
            TableSettings settings) {
        public Source {
            keyAttributes = List.copyOf(keyAttributes);
            indexes = List.copyOf(indexes);
        }
    }

    /**
     * A table that is CREATING.
     *
     * @throws DynamoDbException ValidationException for overrides that do not fit the source
     */
    public static NewTable of(
            Source source, Overrides overrides, TableAddress target, RestoreOrigin origin, Instant now) {
        return new RestoredTable(source, overrides).table(target, origin, now);
    }

    private NewTable table(TableAddress target, RestoreOrigin origin, Instant now) {
        List<IndexDefinition> indexes = indexes();
        Set<String> used = Stream.concat(
                        source.keySchema().attributes().stream(),
                        indexes.stream().flatMap(index -> index.keySchema().attributes().stream()))
                .map(KeyAttribute::name)
                .collect(Collectors.toSet());
        return new NewTable(
                target,
                source.keySchema(),
                source.keyAttributes().stream()
                        .filter(attribute -> used.contains(attribute.name()))
                        .toList(),
                indexes,
                settings(target, origin, now),
                TableStatus.CREATING);
    }

    private TableSettings settings(TableAddress target, RestoreOrigin origin, Instant now) {
        Encryption encryption = Encryption.of(overrides.encryption());
        TableSettings had = source.settings();
        return TableSettings.of(billingMode, throughput(had.throughput(), overrides.capacity(), null)).toBuilder()
                .payPerRequestSince(
                        billingMode == BillingMode.PAY_PER_REQUEST ? now.truncatedTo(ChronoUnit.MILLIS) : null)
                .kmsKeyArn(encryption == null ? had.kmsKeyArn() : encryption.keyOf(target))
                .origin(origin)
                .build();
    }

    /** In the slots from the first on. */
    private List<IndexDefinition> indexes() {
        List<IndexDefinition> indexes = new ArrayList<>();
        for (Kind kind : List.of(Kind.LOCAL, Kind.GLOBAL)) {
            List<IndexMembers> named = kind == Kind.LOCAL ? overrides.localIndexes() : overrides.globalIndexes();
            List<IndexDefinition> there = source.indexes().stream()
                    .filter(index -> index.kind() == kind && index.status() != TableStatus.DELETING)
                    .toList();
            if (named == null) {
                there.forEach(index -> indexes.add(restored(index, null, indexes.size() + 1)));
            } else {
                named.forEach(member -> indexes.add(restored(matching(member, there), member, indexes.size() + 1)));
            }
        }
        if (indexes.stream().map(IndexDefinition::name).distinct().count() < indexes.size()) {
            throw DynamoDbException.validation(MessagesBackup.DUPLICATE_INDEX);
        }
        return indexes;
    }

    /** The one of that key and projection, which the restore may rename; where there are several, that of the name. */
    private static IndexDefinition matching(IndexMembers member, List<IndexDefinition> there) {
        String name = Objects.requireNonNull(member.indexName());
        return there.stream()
                .filter(index -> elements(index.keySchema()).equals(member.keySchema())
                        && index.projection()
                                .equals(NewIndexes.projection(Objects.requireNonNull(member.projection()))))
                .min(Comparator.comparing(index -> !index.name().equals(name)))
                .orElseThrow(() -> DynamoDbException.validation(MessagesBackup.indexNotInSource(name)));
    }

    private static List<KeySchemaElement> elements(KeySchema schema) {
        return Stream.concat(
                        schema.hash().stream().map(key -> new KeySchemaElement(key.name(), KeySchemaElement.HASH)),
                        schema.range().stream().map(key -> new KeySchemaElement(key.name(), KeySchemaElement.RANGE)))
                .toList();
    }

    private IndexDefinition restored(IndexDefinition index, @Nullable IndexMembers named, int slot) {
        Throughput had = index.throughput();
        String name = named == null ? index.name() : Objects.requireNonNull(named.indexName());
        if (had != null
                && named != null
                && billingMode == BillingMode.PROVISIONED
                && named.capacity().provisioned() == null) {
            throw DynamoDbException.validation(MessagesBackup.unitsRequiredForIndex(name));
        }
        return new IndexDefinition(
                name,
                index.kind(),
                index.keySchema(),
                index.projection(),
                had == null ? null : throughput(had, named == null ? CapacityMembers.NONE : named.capacity(), name),
                TableStatus.ACTIVE,
                slot);
    }

    private Throughput throughput(Throughput had, CapacityMembers members, @Nullable String index) {
        ThroughputMembers named = members.provisioned();
        if (billingMode == BillingMode.PAY_PER_REQUEST) {
            if (named != null) {
                throw DynamoDbException.validation(
                        MessagesBackup.noUnitsOnDemand(overrides.billingMode() != null, index));
            }
            OnDemandThroughput bounds =
                    members.onDemand() == null ? had.onDemand() : OnDemandBounds.restored(members.onDemand());
            return new Throughput(ProvisionedThroughput.NONE, ThroughputHistory.NONE, bounds, had.warm());
        }
        if (members.onDemand() != null && !members.onDemand().isEmpty()) {
            throw DynamoDbException.validation(
                    MessagesBackup.boundOfProvisioned(OnDemandBounds.first(members.onDemand())));
        }
        boolean wasOnDemand = had.provisioned().equals(ProvisionedThroughput.NONE);
        if (named == null && wasOnDemand) {
            throw DynamoDbException.validation(
                    index == null ? MessagesBackup.UNITS_REQUIRED : MessagesBackup.unitsRequiredForIndex(index));
        }
        ProvisionedThroughput units = named == null ? had.provisioned() : ProvisionedUnits.of(named);
        return Throughput.of(units);
    }
}
