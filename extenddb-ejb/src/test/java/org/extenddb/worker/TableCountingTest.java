package org.extenddb.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.TableStatistics;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts follow the writes, and come right again where what was written could not be told. */
class TableCountingTest {
    private static final long SIZE = 2 + 1 + 4 + 4;

    private static final TestStorage STORAGE = TestStorage.on(TestDatabase.create());

    private final TestStorage storage = STORAGE;
    private final PeopleTable people = new PeopleTable(storage);
    private final CountFlushing flushing =
            new CountFlushing(storage.database(), new Leases(storage.database()), storage.deltas());
    private final TableCounting counting = new TableCounting(storage.database(), new Leases(storage.database()));

    @BeforeEach
    void forgetOtherTests() {
        execute("DELETE FROM ddb_table WHERE storage_id <> "
                + people.definition().storageId());
        execute("TRUNCATE ddb_item, ddb_statistics, ddb_count_job, ddb_lease");
        storage.deltas().take();
    }

    @Test
    void flush_itemsWrittenAndRemoved_countsWithoutCounting() {
        put("a");
        put("b");
        put("c");
        people.remove(PeopleTable.nobody("b"));
        flushing.run();
        counting.run();

        assertThat(items()).isEqualTo(2);
        assertThat(number("SELECT writes + counted + seen_flushes FROM ddb_count_job"))
                .isZero();
    }

    @Test
    void flush_nothingWritten_writesNothing() {
        flushing.run();

        assertThat(number("SELECT count(*) FROM ddb_statistics")).isZero();
    }

    /** What had not been added when it was killed is lost. */
    @Test
    void serverKilled_everyTableIsCountedAgain() {
        flushing.begin();
        put("a");
        storage.deltas().take();
        execute("UPDATE ddb_lease SET expires_at = now() - interval '1 second'");

        CountFlushing other = new CountFlushing(storage.database(), new Leases(storage.database()), storage.deltas());
        other.run();
        counting.run();

        assertThat(items()).isEqualTo(1);
        assertThat(number("SELECT count(*) FROM ddb_lease WHERE name LIKE 'counts-%'"))
                .isEqualTo(1);
    }

    @Test
    void serverStopped_itsLastWritesAreAdded_andNothingIsCounted() {
        flushing.begin();
        put("a");
        flushing.end();

        CountFlushing other = new CountFlushing(storage.database(), new Leases(storage.database()), storage.deltas());
        other.run();
        counting.run();

        assertThat(items()).isEqualTo(1);
        assertThat(number("SELECT max(writes) FROM ddb_count_job")).isZero();
    }

    /** What was written before a count and told after it is in both: such a count does not stand. */
    @Test
    void counted_whileWritesAreUntold_isCountedAgain() {
        put("a");
        execute(
                "INSERT INTO ddb_count_job (storage_id, writes, counted, due_at) SELECT storage_id, 1, 0, now() FROM ddb_table");
        counting.run();
        flushing.run();
        assertThat(items()).isEqualTo(2);

        execute("UPDATE ddb_count_job SET due_at = now()");
        counting.run();
        assertThat(items()).isEqualTo(1);
        assertThat(number("SELECT writes - counted FROM ddb_count_job")).isEqualTo(1);

        execute("UPDATE ddb_count_job SET due_at = now()");
        counting.run();
        assertThat(number("SELECT writes - counted FROM ddb_count_job")).isZero();
    }

    @Test
    void written_aDayAfterTheLastCount_isCountedOnceItIsQuiet() {
        put("a");
        flushing.run();
        execute("UPDATE ddb_statistics SET item_count = 5");
        counting.run();
        execute("UPDATE ddb_count_job SET counted_at = now() - interval '25 hours'");
        counting.run();
        assertThat(items()).isEqualTo(5);

        execute("UPDATE ddb_count_job SET flushed_at = now() - interval '9 seconds'");
        counting.run();
        assertThat(items()).isEqualTo(1);
    }

    @Test
    void flush_outcomeUnknown_tableIsCountedAgain() {
        put("a");
        storage.deltas().lose(storage.deltas().take());
        flushing.run();
        counting.run();

        assertThat(items()).isEqualTo(1);
    }

    @Test
    void flush_refused_isMadeUpFor() {
        put("a");
        execute("ALTER TABLE ddb_statistics ADD CONSTRAINT broken CHECK (item_count < 0)");
        assertThatThrownBy(flushing::run).isInstanceOf(StorageUnavailableException.class);
        execute("ALTER TABLE ddb_statistics DROP CONSTRAINT broken");
        put("b");
        flushing.run();

        assertThat(items()).isEqualTo(2);
        assertThat(number("SELECT writes FROM ddb_count_job")).isZero();
    }

    /** Or servers would walk over a large table again and again, and at once. */
    @Test
    void count_brokenOff_isLeftAloneForAWhile() {
        put("a");
        storage.deltas().lose(storage.deltas().take());
        flushing.run();
        execute("ALTER TABLE ddb_statistics ADD CONSTRAINT broken CHECK (item_count < 0)");
        assertThatThrownBy(counting::run).isInstanceOf(StorageUnavailableException.class);
        execute("ALTER TABLE ddb_statistics DROP CONSTRAINT broken");

        counting.run();
        assertThat(items()).isZero();

        execute("UPDATE ddb_count_job SET due_at = now()");
        counting.run();
        assertThat(items()).isEqualTo(1);
    }

    /** A deleted table's writes may be told after it is gone. */
    @Test
    void flush_tableGone_leavesNothing() {
        put("a");
        storage.backend().tables().delete(people.address, table -> {});
        flushing.run();

        assertThat(number("SELECT count(*) FROM ddb_statistics")).isZero();
        assertThat(number("SELECT count(*) FROM ddb_count_job")).isZero();
    }

    private void put(String pk) {
        people.put(PeopleTable.person(pk, "Rome"));
    }

    private long items() {
        TableDefinition table = people.definition();
        TableStatistics statistics =
                Objects.requireNonNull(storage.backend().tables().statistics(table, 0));
        assertThat(statistics.sizeBytes()).isIn(0L, statistics.itemCount() * SIZE, SIZE);
        return statistics.itemCount();
    }

    private long number(String query) {
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
