package org.extenddb.core.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.OnDemandThroughput;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.ProjectionType;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableClass;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.ThroughputHistory;
import org.extenddb.core.model.TimeToLive;
import org.extenddb.core.model.WarmThroughput;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** Collects the members of a backup's table, which may come from anywhere: what is missing or makes no sense is an error. */
final class BackupTableReader {
    private final Members own = new Members();
    private final List<Members> indexes = new ArrayList<>();

    /** Texts, numbers and lists by their names. */
    private static final class Members {
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, Long> numbers = new HashMap<>();
        private final Map<String, List<String>> lists = new HashMap<>();

        void member(String name, JsonInput in) {
            switch (name) {
                case "ReadCapacityUnits", "WriteCapacityUnits", "MaxReadRequestUnits", "MaxWriteRequestUnits" ->
                    put(numbers, name, in.longInteger());
                case "HashKey",
                        "RangeKey",
                        "Attributes",
                        "AttributeTypes",
                        "NonKeyAttributes",
                        "TagKeys",
                        "TagValues" -> put(lists, name, in.list(JsonInput::string));
                case "Account",
                        "Region",
                        "TableName",
                        "TableId",
                        "CreatedAt",
                        "Name",
                        "Kind",
                        "ProjectionType",
                        "BillingMode",
                        "TableClass",
                        "KmsKeyArn",
                        "StreamViewType",
                        "TimeToLiveAttribute" -> put(texts, name, in.string());
                default -> in.skip();
            }
        }

        private static <T> void put(Map<String, T> members, String name, @Nullable T value) {
            if (value != null) {
                members.put(name, value);
            }
        }

        String text(String name) {
            return required(name, texts.get(name));
        }

        List<String> list(String name) {
            return required(name, lists.get(name));
        }

        private static <T> T required(String name, @Nullable T value) {
            if (value == null) {
                throw new IllegalArgumentException("the backup's table has no " + name);
            }
            return value;
        }

        Throughput throughput() {
            ProvisionedThroughput units = new ProvisionedThroughput(
                    required("ReadCapacityUnits", numbers.get("ReadCapacityUnits")),
                    required("WriteCapacityUnits", numbers.get("WriteCapacityUnits")));
            return new Throughput(
                    units,
                    ThroughputHistory.NONE,
                    new OnDemandThroughput(numbers.get("MaxReadRequestUnits"), numbers.get("MaxWriteRequestUnits")),
                    WarmThroughput.of(units));
        }
    }

    void member(String name, JsonInput in) {
        if (name.equals("Indexes")) {
            in.list(element -> {
                Members index = new Members();
                element.object(index::member);
                indexes.add(index);
                return index;
            });
        } else {
            own.member(name, in);
        }
    }

    BackupTable table() {
        Map<String, KeyAttribute> attributes = attributes();
        List<IndexDefinition> definitions = new ArrayList<>();
        for (Members index : indexes) {
            definitions.add(index(index, attributes, definitions.size() + 1));
        }
        return new BackupTable(
                new TableAddress(
                        new AccountId(own.text("Account")), new Region(own.text("Region")), own.text("TableName")),
                UUID.fromString(own.text("TableId")),
                Instant.parse(own.text("CreatedAt")),
                keySchema(own, attributes),
                List.copyOf(attributes.values()),
                definitions,
                settings());
    }

    private Map<String, KeyAttribute> attributes() {
        List<String> names = own.list("Attributes");
        List<String> types = own.list("AttributeTypes");
        Map<String, KeyAttribute> attributes = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            attributes.put(names.get(i), new KeyAttribute(names.get(i), ScalarType.valueOf(types.get(i))));
        }
        return attributes;
    }

    private static KeySchema keySchema(Members members, Map<String, KeyAttribute> attributes) {
        return new KeySchema(named(members.list("HashKey"), attributes), named(members.list("RangeKey"), attributes));
    }

    private static List<KeyAttribute> named(List<String> names, Map<String, KeyAttribute> attributes) {
        return names.stream()
                .map(name -> Members.required("attribute " + name, attributes.get(name)))
                .toList();
    }

    private static IndexDefinition index(Members index, Map<String, KeyAttribute> attributes, int slot) {
        IndexDefinition.Kind kind = IndexDefinition.Kind.valueOf(index.text("Kind"));
        return new IndexDefinition(
                index.text("Name"),
                kind,
                keySchema(index, attributes),
                new Projection(ProjectionType.valueOf(index.text("ProjectionType")), index.list("NonKeyAttributes")),
                kind == IndexDefinition.Kind.GLOBAL ? index.throughput() : null,
                TableStatus.ACTIVE,
                slot);
    }

    private TableSettings settings() {
        Map<String, String> tags = new LinkedHashMap<>();
        List<String> keys = own.list("TagKeys");
        for (int i = 0; i < keys.size(); i++) {
            tags.put(keys.get(i), own.list("TagValues").get(i));
        }
        String view = own.texts.get("StreamViewType");
        String timeToLive = own.texts.get("TimeToLiveAttribute");
        return TableSettings.of(BillingMode.valueOf(own.text("BillingMode")), own.throughput()).toBuilder()
                .tableClass(new TableClass(own.texts.get("TableClass"), List.of()))
                .kmsKeyArn(own.texts.get("KmsKeyArn"))
                .tags(tags)
                .stream(view == null ? null : TableStream.wanted(StreamViewType.valueOf(view)))
                .timeToLive(timeToLive == null ? null : new TimeToLive(timeToLive, true, Instant.EPOCH))
                .build();
    }
}
