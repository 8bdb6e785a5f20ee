package org.extenddb.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.core.storage.TableChangedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of an index while its table is written to, and when it goes. */
@Timeout(120)
class IndexAmongWritersTest extends IndexWork {
    // ---- writers meanwhile

    @Test
    void run_underWriteLoad_indexAndTableAgree() throws Exception {
        fill(4_000);
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<?>[] writers = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.runAsync(() -> write(n, stop)))
                .toArray(CompletableFuture[]::new);

        for (int round = 0; round < 3; round++) {
            people.createIndex();
            building().run();
            assertThat(status()).isEqualTo(TableStatus.ACTIVE);
            people.deleteIndex();
            execute("UPDATE ddb_index_job SET started_at = now() - interval '1 h'");
            building().run();
            execute("UPDATE ddb_index_job SET started_at = now() - interval '1 h'");
            building().run();
            assertThat(people.index()).isNull();
        }
        people.createIndex();
        building().run();
        stop.set(true);
        CompletableFuture.allOf(writers).get(30, TimeUnit.SECONDS);

        assertThat(people.read(PeopleTable.SLOT)).isEqualTo(people.expected()).hasSizeGreaterThan(1_000);
    }

    private void write(int n, AtomicBoolean stop) {
        Random random = new Random(n);
        int number = 0;
        while (!stop.get()) {
            String pk = n + "-" + random.nextInt(500);
            switch (random.nextInt(4)) {
                case 0 -> people.remove(PeopleTable.nobody(pk));
                case 1 -> people.put(PeopleTable.nobody("p" + random.nextInt(4_000)));
                case 2 -> people.put(PeopleTable.person("p" + random.nextInt(4_000), "moved" + number++));
                default -> people.put(PeopleTable.person(pk, "city" + number++));
            }
        }
    }

    /** A statement that had begun before the index was created: the backfill must not pass it by. */
    @Test
    void run_writeUnderTheOldDefinitionUnderWay_isWaitedFor() throws Exception {
        fill(10);
        TableDefinition old = people.definition();
        try (Connection late = storage.dataSource().getConnection()) {
            late.setAutoCommit(false);
            try (Statement insert = late.createStatement()) {
                insert.execute("INSERT INTO ddb_item (table_id, ph, sk, ver, sz, item) SELECT " + old.storageId()
                        + ", '80000000-0000-0000-0000-000000000000', '', 1, 2,"
                        + " '{\"pk\":{\"S\":\"late\"},\"city\":{\"S\":\"Bern\"}}' FROM ddb_table WHERE version = "
                        + old.version());
            }
            people.createIndex();
            CompletableFuture<Void> run = CompletableFuture.runAsync(building()::run);
            await(() -> count("SELECT count(*) FROM pg_class WHERE relname = 'ddb_item_g7'") == 1);
            await(() -> count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND wait_event_type = 'Lock'")
                    > 0);
            assertThat(status()).isEqualTo(TableStatus.CREATING);

            late.commit();
            late.setAutoCommit(true);
            run.get(30, TimeUnit.SECONDS);
        }

        assertThat(status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(people.read(PeopleTable.SLOT)).containsKey("late").isEqualTo(people.expected());
    }

    @Test
    void put_underTheDefinitionBeforeTheIndex_isRefused() {
        TableDefinition old = people.definition();
        people.createIndex();
        building().run();

        assertThatThrownBy(() -> people.put(old, PeopleTable.person("late", "Bern")))
                .isInstanceOf(TableChangedException.class);
        assertThat(people.read(KeyRange.TABLE)).isEmpty();
    }

    // ---- an index that goes

    @Test
    void run_deletedIndex_freesTheSlot() {
        fill(300);
        people.createIndex();
        building().run();

        people.deleteIndex();
        building().run();
        assertThat(status()).as("a moment later").isEqualTo(TableStatus.DELETING);
        assertThat(count("SELECT count(g7p) FROM ddb_item")).isZero();
        execute("UPDATE ddb_index_job SET started_at = now() - interval '1 h'");
        building().run();

        assertThat(people.index()).isNull();
        assertThat(people.definition().keyAttributes())
                .extracting(KeyAttribute::name)
                .containsExactly("pk");
        building().run();
        assertThat(count("SELECT count(*) FROM ddb_index_job")).isZero();
    }

    @Test
    void put_whileTheIndexIsDeleted_writesNoEntry() {
        people.createIndex();
        building().run();
        people.deleteIndex();

        people.put(PeopleTable.person("one", "Bern"));

        assertThat(count("SELECT count(g7p) FROM ddb_item")).isZero();
    }

    @Test
    void run_indexDeletedWhileItIsBuilt_isEmptiedFromTheStart() {
        fill(3_000);
        people.createIndex();
        building(breaking(items(), new AtomicInteger(2_000)), 0).run();
        assertThat(count("SELECT count(g7p) FROM ddb_item")).isPositive();

        people.deleteIndex();
        execute("UPDATE ddb_lease SET expires_at = now() - interval '1 s'");
        building().run();

        assertThat(count("SELECT count(g7p) FROM ddb_item")).isZero();
        assertThat(count("SELECT count(*) FROM ddb_index_job WHERE action = 'DELETE'"))
                .isEqualTo(1);
    }

    @Test
    void run_tableDeletedMeanwhile_endsTheJob() {
        fill(10);
        people.createIndex();
        building(items(), 60).run();
        storage.backend().tables().delete(people.address, table -> {});

        building().run();

        assertThat(count("SELECT count(*) FROM ddb_index_job")).isZero();
    }
}
