package org.extenddb.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.IndexEntry;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What PostgreSQL's indexes cannot hold, which needs keys that cannot be compressed and grow in their encoding. */
class IndexRowLimitTest {
    private static final PartitionHash PARTITION = PartitionHash.fromUuid(new UUID(1, 2));
    private static final int TABLES_OWN = 1_024;

    private final Random random = new Random(42);
    private final ItemStore items = TestStorage.shared().items();
    private final TableLayout table = newTable();

    /** The longest keys that DynamoDB takes, of bytes among which each second one is zero. */
    @Test
    void write_longestKeysHalfOfThemZeros_areKept() {
        ItemAddress address = address();

        items.mutate(address, new Put(entry(1_536)));

        assertThat(items.get(address)).isNotNull();
    }

    @Test
    void write_entryBeyondThePage_isRefusedByEveryWayToWrite() {
        ItemAddress address = address();
        Put put = new Put(entry(1_800));

        for (Runnable write : List.<Runnable>of(
                () -> items.mutate(address, put),
                () -> items.mutateAll(List.of(new AddressedMutation(address, put))),
                () -> items.mutateEach(List.of(new AddressedMutation(address, put))))) {
            assertThatThrownBy(write::run)
                    .isInstanceOf(DynamoDbException.class)
                    .hasMessage(MessagesItem.RANGE_KEY_TOO_LONG);
        }
        assertThat(items.get(address)).isNull();
    }

    private record Put(NewItem item) implements ItemMutation {
        @Override
        public Reads reads() {
            return Reads.NOTHING;
        }

        @Override
        public Change apply(@Nullable StoredItem current) {
            return new Change.Write(item);
        }
    }

    private NewItem entry(int length) {
        return new NewItem(new byte[] {'{', '}'}, 2, null, List.of(new IndexEntry(1, PARTITION, bytes(length))));
    }

    private ItemAddress address() {
        return new ItemAddress(table, new ItemKey(PARTITION, bytes(TABLES_OWN)));
    }

    private ByteString bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return ByteString.owning(bytes);
    }

    private static TableLayout newTable() {
        KeyAttribute pk = new KeyAttribute("pk", ScalarType.S);
        KeyAttribute sk = new KeyAttribute("sk", ScalarType.B);
        IndexDefinition index = new IndexDefinition(
                "index",
                IndexDefinition.Kind.GLOBAL,
                KeySchema.of(pk, sk),
                Projection.ALL,
                Throughput.ON_DEMAND,
                TableStatus.ACTIVE,
                1);
        return TableLayout.of(Objects.requireNonNull(TestStorage.shared()
                .tables()
                .create(new NewTable(
                        new TableAddress(new AccountId("111122223333"), new Region("local"), "t-" + UUID.randomUUID()),
                        KeySchema.of(pk, sk),
                        List.of(pk, sk),
                        List.of(index),
                        TableSettings.onDemand()))));
    }
}
