package org.extenddb.core.storage.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Logger;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.ProjectionType;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.TimeToLive;
import org.extenddb.core.storage.IndexEntry;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.StoredItem;
import org.jspecify.annotations.Nullable;

/** Tables, keys and items for the contract tests. Storage does not look into an item's JSON, so it is a text here. */
final class Samples {
    static final AccountId ACCOUNT = new AccountId("111122223333");
    static final Region REGION = new Region("eu-west-2");

    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);
    private static final KeyAttribute SK = new KeyAttribute("sk", ScalarType.S);

    private Samples() {}

    static TableAddress newAddress() {
        return new TableAddress(ACCOUNT, REGION, "t-" + UUID.randomUUID());
    }

    static NewTable table(TableAddress address, int... slots) {
        return new NewTable(
                address,
                KeySchema.of(PK, SK),
                List.of(PK, SK),
                Arrays.stream(slots).mapToObj(Samples::index).toList(),
                TableSettings.onDemand());
    }

    /** A table that has a text wherever a client's own may stand: names of attributes, tags, the key's ARN. */
    static NewTable tableOfNames(TableAddress address, String text) {
        KeyAttribute hash = new KeyAttribute(text, ScalarType.S);
        KeyAttribute range = new KeyAttribute(text + text, ScalarType.N);
        IndexDefinition index = new IndexDefinition(
                "index",
                IndexDefinition.Kind.GLOBAL,
                KeySchema.of(range, hash),
                new Projection(ProjectionType.INCLUDE, List.of(text + "1", text + "2")),
                Throughput.ON_DEMAND,
                TableStatus.ACTIVE,
                1);
        TableSettings settings = TableSettings.onDemand().toBuilder()
                .kmsKeyArn(text)
                .tags(Map.of(text, text))
                .timeToLive(new TimeToLive(text, true, Instant.EPOCH))
                .build();
        return new NewTable(address, KeySchema.of(hash, range), List.of(hash, range), List.of(index), settings);
    }

    static IndexDefinition index(int slot) {
        return new IndexDefinition(
                "index" + slot,
                IndexDefinition.Kind.GLOBAL,
                KeySchema.of(SK, PK),
                Projection.ALL,
                Throughput.ON_DEMAND,
                TableStatus.ACTIVE,
                slot);
    }

    static PartitionHash partition(String name) {
        return PartitionHash.fromUuid(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    static ItemKey key(String partition, String sort) {
        return new ItemKey(partition(partition), ByteString.utf8(sort));
    }

    static IndexEntry entry(int slot, String partition, String sort) {
        return new IndexEntry(slot, partition(partition), ByteString.utf8(sort));
    }

    static NewItem item(String text, IndexEntry... entries) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        return new NewItem(json, json.length, null, List.of(entries));
    }

    static String text(@Nullable StoredItem item) {
        return item == null ? "(absent)" : new String(item.json(), StandardCharsets.UTF_8);
    }

    static List<String> texts(List<? extends @Nullable StoredItem> items) {
        return items.stream().map(Samples::text).toList();
    }

    /** Random numbers whose seed shows in the test's output. */
    static Random random() {
        long seed = System.nanoTime();
        Logger.getLogger(Samples.class.getName()).info("seed " + seed);
        return new Random(seed);
    }
}
