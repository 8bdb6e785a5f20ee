package org.extenddb.storage.jpa.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.RecordPage;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.StreamRecord;
import org.extenddb.core.storage.StreamShard;
import org.extenddb.core.storage.StreamStore;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What PostgreSQL's readers rest on: who commits late, and what is old. */
class RecordOrderTest {
    private final TestStorage storage = TestStorage.on(TestDatabase.create());
    private final StreamStore streams = storage.backend().streams();
    private final TableDefinition table = streamedTable();
    private final int streamId =
            Objects.requireNonNull(table.settings().stream()).id();

    private record Put(String text) implements ItemMutation {
        @Override
        public Reads reads() {
            return Reads.NOTHING;
        }

        @Override
        public Change apply(@Nullable StoredItem current) {
            byte[] json = text.getBytes(StandardCharsets.UTF_8);
            return new Change.Write(new NewItem(json, json.length, null, List.of()));
        }
    }

    @Test
    void read_writerThatWasOvertaken_isWaitedForAndNotMissed() throws SQLException {
        StreamShard shard = streams.shards(streamId).get(0);
        try (Connection late = storage.dataSource().getConnection()) {
            late.setAutoCommit(false);
            insert(late, 0, "late", 0);
            put("early");

            assertThat(visible())
                    .as("who reads what is visible would go on behind it")
                    .isEqualTo(1);
            RecordPage meanwhile = streams.read(shard, shard.after(), 10, 1_000);
            assertThat(meanwhile.records()).isEmpty();
            assertThat(meanwhile.position()).isLessThanOrEqualTo(shard.after());

            late.commit();
            late.setAutoCommit(true);
        }
        assertThat(streams.read(shard, shard.after(), 10, 1_000).records())
                .extracting(RecordOrderTest::text)
                .containsExactly("late", "early");
    }

    @Test
    void read_writerThatGivesUp_leavesNothingToWaitFor() throws SQLException {
        StreamShard shard = streams.shards(streamId).get(0);
        try (Connection late = storage.dataSource().getConnection()) {
            late.setAutoCommit(false);
            insert(late, 0, "late", 0);
            put("early");
            late.rollback();
            late.setAutoCommit(true);
        }
        assertThat(streams.read(shard, shard.after(), 10, 1_000).records())
                .extracting(RecordOrderTest::text)
                .containsExactly("early");
    }

    /** A shard that is about to be closed has no end yet, and what is beyond the end that it gets is its child's. */
    @Test
    void read_whileTheShardIsClosing_answersNothing() throws SQLException {
        StreamShard shard = streams.shards(streamId).get(0);
        put("one");
        execute("UPDATE ddb_stream_shard SET closing = true WHERE stream_id = " + streamId);

        assertThat(streams.read(shard, shard.after(), 10, 1_000).records()).isEmpty();

        streams.rotate(Duration.ZERO);
        RecordPage page = streams.read(shard, shard.after(), 10, 1_000);
        assertThat(page.records()).hasSize(1);
        assertThat(page.ended()).isTrue();
    }

    @Test
    void trim_recordsOfYesterday_areBehindTheHorizonAndTheirPartitionIsEmpty() throws SQLException {
        int hoursAgo = 25;
        int ring = ring(hoursAgo);
        try (Connection connection = storage.dataSource().getConnection()) {
            insert(connection, ring, "old", hoursAgo);
        }
        long old = streams.lastSequence();
        execute("INSERT INTO ddb_stream_mark VALUES (now() - interval '24 hours 1 second', " + old + ")");
        put("new");

        streams.trim(Duration.ofHours(24));

        assertThat(streams.horizon()).isEqualTo(old);
        assertThat(count("SELECT count(*) FROM ddb_stream_record_" + ring)).isZero();
        assertThat(visible()).isEqualTo(1);
        assertThat(streams.shards(streamId)).isNotEmpty();
    }

    @Test
    void trim_closedShardsAndDisabledStreams_goWhenTheyAreOld() throws SQLException {
        put("one");
        streams.rotate(Duration.ZERO);
        storage.backend().tables().delete(table.address(), any -> {});
        streams.settle(streamId);
        streams.trim(Duration.ofHours(24));
        assertThat(streams.shards(streamId)).isNotEmpty();

        execute("UPDATE ddb_stream_shard SET closed_at = now() - interval '25 hours'");
        execute("UPDATE ddb_stream SET disabled_at = now() - interval '25 hours'");
        execute("UPDATE ddb_stream_mark SET taken_at = now() - interval '25 hours'");
        streams.trim(Duration.ofHours(24));
        streams.trim(Duration.ofHours(24));

        assertThat(streams.shards(streamId)).isEmpty();
        assertThat(count("SELECT count(*) FROM ddb_stream")).isZero();
    }

    private TableDefinition streamedTable() {
        KeyAttribute key = new KeyAttribute("pk", ScalarType.S);
        return Objects.requireNonNull(storage.backend()
                .tables()
                .create(new NewTable(
                        new TableAddress(new AccountId("111122223333"), new Region("local"), "t"),
                        KeySchema.of(key, null),
                        List.of(key),
                        List.of(),
                        TableSettings.onDemand().withStream(TableStream.wanted(StreamViewType.NEW_IMAGE)))));
    }

    /** An item of the first bucket. */
    private void put(String text) {
        ItemKey key = new ItemKey(PartitionHash.fromUuid(new UUID(0, 1)), ByteString.EMPTY);
        storage.backend().items().mutate(new ItemAddress(TableLayout.of(table), key), new Put(text));
    }

    private void insert(Connection connection, int ring, String text, int hoursAgo) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO ddb_stream_record (ring, stream_id, bucket,"
                        + " sequence, written_at, event, by_service, new_size, new_item) VALUES (?, ?, 0,"
                        + " nextval('ddb_stream_sequence'), now() - make_interval(hours => ?), 'INSERT', false, ?, ?)")) {
            insert.setInt(1, ring);
            insert.setInt(2, streamId);
            insert.setInt(3, hoursAgo);
            insert.setInt(4, text.length());
            insert.setBytes(5, text.getBytes(StandardCharsets.UTF_8));
            insert.executeUpdate();
        }
    }

    private int ring(int hoursAgo) throws SQLException {
        return count("SELECT mod(floor(extract(epoch FROM now()) / 3600)::bigint - " + hoursAgo + ", 28)");
    }

    private int visible() throws SQLException {
        return count("SELECT count(*) FROM ddb_stream_record");
    }

    private int count(String query) throws SQLException {
        try (Connection connection = storage.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void execute(String text) throws SQLException {
        try (Connection connection = storage.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private static String text(StreamRecord record) {
        return new String(Objects.requireNonNull(record.newImage()).json(), StandardCharsets.UTF_8);
    }
}
