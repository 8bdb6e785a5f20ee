package org.extenddb.engine.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.extenddb.engine.data.DataPlane;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.test.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What transactions answer while another one holds one of their items: {@code b}, the second one of each request. */
class TransactionConflictTest {
    private static final String CONFLICT = "TransactionCanceledException: Transaction cancelled, please refer"
            + " cancellation reasons for specific reasons [None, TransactionConflict, None]"
            + " {None} {TransactionConflict: Transaction is ongoing for the item} {None}";
    private static final String GET = get("a", "b", "none");
    private static final String WRITE =
            "{'TransactItems':[{'Put':{'TableName':'hash','Item':{'pk':{'S':'a'},'v':{'N':'2'}}}},"
                    + "{'ConditionCheck':{'TableName':'hash','Key':{'pk':{'S':'b'}},'ConditionExpression':'attribute_exists(pk)'}},"
                    + "{'Delete':{'TableName':'hash','Key':{'pk':{'S':'none'}}}}]}";
    private static final String BEFORE =
            "{'Responses':[{'Item':{'pk':{'S':'a'},'v':{'N':'1'}}},{'Item':{'pk':{'S':'b'},'v':{'N':'1'}}},{}]}";

    private static final TestStorage STORAGE = TestStorage.on(TestDatabase.create());
    private static final DataPlane PLANE = new DataPlane(STORAGE.backend());

    private static Connection other;

    @BeforeAll
    static void connect() throws SQLException {
        other = STORAGE.dataSource().getConnection();
        other.setAutoCommit(false);
    }

    @AfterAll
    static void disconnect() throws SQLException {
        other.close();
    }

    @BeforeEach
    void putItems() {
        for (String pk : new String[] {"a", "b"}) {
            answer("PutItem", "{'TableName':'hash','Item':{'pk':{'S':'" + pk + "'},'v':{'N':'1'}}}");
        }
    }

    @AfterEach
    void letGo() throws SQLException {
        other.rollback();
    }

    @Test
    void transactGetItems_itemLockedByATransaction_isCancelledAfterAShortWait() throws SQLException {
        execute("SELECT 1 FROM ddb_item WHERE position(?::bytea IN item) > 0 FOR UPDATE");
        long start = System.nanoTime();

        assertThat(answer("TransactGetItems", GET)).isEqualTo(CONFLICT);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(400), Duration.ofSeconds(3));
        other.rollback();
        assertThat(answer("TransactGetItems", GET)).isEqualTo(json(BEFORE));
    }

    @Test
    void transactGetItems_itemBeingOverwrittenOrDeleted_isCancelled() throws SQLException {
        execute("UPDATE ddb_item SET ver = ver + 1 WHERE position(?::bytea IN item) > 0");
        assertThat(answer("TransactGetItems", GET)).isEqualTo(CONFLICT);
        other.rollback();
        execute("DELETE FROM ddb_item WHERE position(?::bytea IN item) > 0");
        assertThat(answer("TransactGetItems", GET)).isEqualTo(CONFLICT);

        other.commit();
        assertThat(answer("TransactGetItems", GET)).contains("\"a\"").doesNotContain("\"b\"");
    }

    @Test
    void transactGetItems_otherTransactionEndsSoon_answersWhatItHasMadeOfTheItem() throws Exception {
        execute("UPDATE ddb_item SET item = convert_to(replace(convert_from(item, 'UTF8'), '\"1\"', '\"3\"'), 'UTF8')"
                + " WHERE position(?::bytea IN item) > 0");
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> answer("TransactGetItems", GET));
        TimeUnit.MILLISECONDS.sleep(100);
        assertThat(read).isNotDone();

        other.commit();

        assertThat(read.get(10, TimeUnit.SECONDS)).contains(json("{'pk':{'S':'b'},'v':{'N':'3'}}"));
    }

    /** The marks of transactions that have ended stay in rows. */
    @Test
    void transactGetItems_afterTransactionsThatLeftItemsAlone_doesNotWait() throws SQLException {
        assertThat(answer("TransactWriteItems", WRITE)).isEqualTo("{}");
        execute("SELECT 1 FROM ddb_item WHERE position(?::bytea IN item) > 0 FOR UPDATE");
        other.rollback();

        assertThat(answer("TransactGetItems", GET)).contains(json("{'pk':{'S':'b'},'v':{'N':'1'}}"));
    }

    @Test
    void transactGetItems_itemBeingPutThatWasNotThere_isCancelledAfterAShortWait() throws Exception {
        String pk = newKey();
        try (HeldPuts held = HeldPuts.of(STORAGE.backend(), pk, 0)) {
            held.awaitMiddle();
            long start = System.nanoTime();
            assertThat(answer("TransactGetItems", get("a", pk, "none"))).isEqualTo(CONFLICT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(400));
            assertThat(answer("TransactGetItems", get("a", "b", "none"))).isEqualTo(json(BEFORE));
        }

        assertThat(answer("TransactGetItems", get("a", pk, "none"))).contains(item(pk));
    }

    /** More than once where the machine was too busy to end the transaction in time. */
    @Test
    void transactGetItems_itemPutThatWasNotThereAndCommittedSoon_answersIt() throws Exception {
        String answer = CONFLICT;
        String pk = "";
        for (int attempt = 0; attempt < 20 && answer.equals(CONFLICT); attempt++) {
            pk = newKey();
            String request = get("a", pk, "none");
            CompletableFuture<String> read;
            try (HeldPuts held = HeldPuts.of(STORAGE.backend(), pk, 0)) {
                held.awaitMiddle();
                read = CompletableFuture.supplyAsync(() -> answer("TransactGetItems", request));
                TimeUnit.MILLISECONDS.sleep(50);
            }
            answer = read.get(10, TimeUnit.SECONDS);
        }

        assertThat(answer).contains(item(pk));
    }

    /** A transaction of many new items holds their table. */
    @Test
    void transactGetItems_manyItemsBeingPutThatWereNotThere_isCancelled() throws Exception {
        String pk = newKey();
        try (HeldPuts held = HeldPuts.of(STORAGE.backend(), pk, 60)) {
            held.awaitMiddle();
            assertThat(answer("TransactGetItems", get("a", pk + "-60", "b"))).isEqualTo(CONFLICT);
            assertThat(answer(
                            "TransactGetItems",
                            "{'TransactItems':[{'Get':{'TableName':'range','Key':{'pk':{'S':'a'},'sk':{'N':'1'}}}}]}"))
                    .isEqualTo(json("{'Responses':[{}]}"));
        }
    }

    @Test
    void getItem_itemHeld_isAnswered() throws SQLException {
        execute("DELETE FROM ddb_item WHERE position(?::bytea IN item) > 0");

        assertThat(answer("GetItem", "{'TableName':'hash','Key':{'pk':{'S':'b'}},'ConsistentRead':true}"))
                .isEqualTo(json("{'Item':{'pk':{'S':'b'},'v':{'N':'1'}}}"));
    }

    @Test
    void transactWriteItems_itemHeld_isCancelled() throws SQLException {
        execute("SELECT 1 FROM ddb_item WHERE position(?::bytea IN item) > 0 FOR UPDATE");

        assertThat(answer("TransactWriteItems", WRITE)).isEqualTo(CONFLICT);
        assertThat(answer("GetItem", "{'TableName':'hash','Key':{'pk':{'S':'a'}}}"))
                .contains(json("'N':'1'"));
    }

    private static String item(String pk) {
        return json("{'Item':{'pk':{'S':'" + pk + "'}}}");
    }

    private static String newKey() {
        return "new-" + UUID.randomUUID();
    }

    private static String get(String... keys) {
        return Stream.of(keys)
                .map(pk -> "{'Get':{'TableName':'hash','Key':{'pk':{'S':'" + pk + "'}}}}")
                .collect(Collectors.joining(",", "{'TransactItems':[", "]}"));
    }

    /** By the item {@code b}. */
    private static void execute(String sql) throws SQLException {
        try (PreparedStatement statement = other.prepareStatement(sql)) {
            statement.setBytes(1, json("{'S':'b'}").getBytes(StandardCharsets.UTF_8));
            statement.execute();
        }
    }

    private static String answer(String operation, String request) {
        return PLANE.answer(operation, json(request));
    }

    private static String json(String quotes) {
        return quotes.replace('\'', '"');
    }
}
