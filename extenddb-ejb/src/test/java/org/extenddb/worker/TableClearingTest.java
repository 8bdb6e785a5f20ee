package org.extenddb.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.IndexEntry;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of deleted tables' items, and leases, which have it done by one server. */
class TableClearingTest {
    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);

    private final TestStorage storage = TestStorage.on(TestDatabase.create());
    private final TableCatalog tables = storage.backend().tables();

    @Test
    void clearing_deletedTable_losesItsItemsAndNoOthers() {
        TableDefinition deleted = create("deleted");
        TableDefinition kept = create("kept");
        fill(deleted, 2_500);
        fill(kept, 10);
        tables.delete(deleted.address(), table -> {});

        new TableClearing(storage.database(), new Leases(storage.database())).run();

        assertThat(count("SELECT count(*) FROM ddb_item WHERE table_id = " + deleted.storageId()))
                .isZero();
        assertThat(count("SELECT count(*) FROM ddb_item")).isEqualTo(10);
        assertThat(count("SELECT passes_left FROM ddb_clearing_job")).isEqualTo(1);
    }

    @Test
    void clearing_secondPass_endsTheJob() {
        TableDefinition deleted = create("deleted");
        tables.delete(deleted.address(), table -> {});
        TableClearing clearing = new TableClearing(storage.database(), new Leases(storage.database()));
        clearing.run();
        // By a statement that had begun before the deletion.
        execute("INSERT INTO ddb_item (table_id, ph, sk, ver, sz, item) SELECT " + deleted.storageId()
                + ", gen_random_uuid(), '', 1, 2, '{}' FROM generate_series(1, 3)");
        execute("UPDATE ddb_clearing_job SET due_at = now()");

        clearing.run();

        assertThat(count("SELECT count(*) FROM ddb_item")).isZero();
        assertThat(count("SELECT count(*) FROM ddb_clearing_job")).isZero();
    }

    @Test
    void lease_heldByAnother_isRefusedUntilItRunsOut() {
        Leases one = new Leases(storage.database());
        Leases other = new Leases(storage.database());

        assertThat(one.hold("work")).isTrue();
        assertThat(one.hold("work")).isTrue();
        assertThat(other.hold("work")).isFalse();
        execute("UPDATE ddb_lease SET expires_at = now() - interval '1 second'");
        assertThat(other.hold("work")).isTrue();
        assertThat(one.hold("work")).isFalse();
        other.release("work");
        assertThat(one.hold("work")).isTrue();
    }

    /** Two servers went through the same job, since the lease of one ran out. */
    @Test
    void clearing_passEndedByAnother_isNotEndedTwice() {
        TableDefinition deleted = create("deleted");
        fill(deleted, 3);
        tables.delete(deleted.address(), table -> {});
        execute("CREATE FUNCTION end_pass() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " UPDATE ddb_clearing_job SET passes_left = 1, due_at = now() + interval '300 s';"
                + " RETURN NULL; END $$");
        execute("CREATE TRIGGER other_server AFTER DELETE ON ddb_item FOR EACH STATEMENT EXECUTE FUNCTION end_pass()");

        new TableClearing(storage.database(), new Leases(storage.database())).run();

        assertThat(count("SELECT passes_left FROM ddb_clearing_job")).isEqualTo(1);
    }

    private TableDefinition create(String name) {
        IndexDefinition index = new IndexDefinition(
                "index",
                IndexDefinition.Kind.GLOBAL,
                KeySchema.of(PK, null),
                Projection.ALL,
                Throughput.ON_DEMAND,
                TableStatus.ACTIVE,
                6);
        TableAddress address = new TableAddress(new AccountId("111122223333"), new Region("eu-west-2"), name);
        TableSettings settings = TableSettings.onDemand();
        NewTable table = new NewTable(address, KeySchema.of(PK, null), List.of(PK), List.of(index), settings);
        return Objects.requireNonNull(tables.create(table));
    }

    /** Items of two bytes, every other one in the index. */
    private void fill(TableDefinition table, int count) {
        for (int i = 0; i < count; i++) {
            ItemKey key = new ItemKey(PartitionHash.fromUuid(UUID.randomUUID()), ByteString.EMPTY);
            List<IndexEntry> entries =
                    i % 2 == 0 ? List.of(new IndexEntry(6, key.partition(), ByteString.EMPTY)) : List.of();
            NewItem item = new NewItem(new byte[] {'{', '}'}, 2, null, entries);
            storage.backend().items().mutate(new ItemAddress(TableLayout.of(table), key), new Put(item));
        }
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

    private long count(String query) {
        return storage.database().read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                return row.next() ? row.getLong(1) : -1;
            }
        });
    }

    private void execute(String statement) {
        try (Connection connection = storage.dataSource().getConnection();
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
